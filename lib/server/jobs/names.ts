import 'server-only';

/** Jobs that are asked for by name elsewhere. */
export const cardsJob = 'sync-cards';
/** Waits in a queue of its own: a job that waits would swallow those who ask for cards at once. */
export const cardsAgainJob = 'sync-cards-again';
export const batchJob = 'run-batches';
/** Takes in what webhooks told. */
export const deliveriesJob = 'process-deliveries';
/** Asks Wise what became of acts without an answer. */
export const reconcileJob = 'reconcile-outcomes';
export const subscriptionJob = 'ensure-webhook-subscription';
export const fundingJob = 'settle-fundings';
export const elsewhereJob = 'read-batches-made-elsewhere';
export const bulkJob = 'run-bulk-changes';
export const resealJob = 'reseal-secrets';
export const refreezeJob = 'refreeze-held-cards';
export const cardOrdersJob = 'sync-card-orders';
/** Holds the stream of deliveries against what Wise tells. */
export const gapsJob = 'find-webhook-gaps';
/** Places the new order once the old one is cancelled. */
export const renewalsJob = 'continue-renewals';
/** Fills the archive of card transactions from Wise. */
export const fillTransactionsJob = 'fill-transactions';
/** Adds to the counts of transactions what has changed. */
export const foldCountsJob = 'fold-transaction-counts';
/** Reads the switches of cards whose payments just met one that was off. */
export const readSwitchesJob = 'read-switches-after-declines';
/** Values card transactions in the reporting currency. */
export const valueTransactionsJob = 'value-transactions';
/** Holds what changed in the archive against what was exported. */
export const followExportsJob = 'follow-transaction-exports';
/** Brings the archive in line with what codes mean now. */
export const retellArchiveJob = 'retell-archive';
/** Deletes what has passed its time. */
export const retentionJob = 'run-retention';
/** Looks through declined payments for what the decline desk has to see. */
export const openCasesJob = 'open-cases';
