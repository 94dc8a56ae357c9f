import 'server-only';
import { expireApprovals } from '../approvals/expire.ts';
import { signAuditHead } from '../audit/signing.ts';
import { tidyStore } from '../db/tidy-store.ts';
import { pruneIdempotencyKeys, settleInterruptedKeys } from '../http/idempotency.ts';
import type { Runtime } from '../runtime.ts';
import { pruneWaitingRequests } from '../sca/waiting-requests.ts';
import { readElsewhere } from '../services/batch-groups/elsewhere/read-elsewhere.ts';
import { openCases } from '../services/cases/open-cases.ts';
import { retellArchive } from '../services/new-codes/retell-archive.ts';
import { nightlyRun } from '../services/retention/cutoffs.ts';
import { runRetention } from '../services/retention/run-retention.ts';
import { foldCounts } from '../services/transaction-numbers/fold-counts.ts';
import { followExports } from '../services/card-transactions/exports/follow-exports.ts';
import { valueTransactions } from '../services/card-transactions/reporting/value-transactions.ts';
import { findGaps } from '../services/webhooks/gaps.ts';
import { ensureWebhookSubscriptions } from '../services/webhooks/kept-subscriptions.ts';
import type { JobDefinition } from './jobs.ts';
import { resealEverything } from '../vault/reseal.ts';
import {
  batchJob,
  bulkJob,
  cardOrdersJob,
  cardsAgainJob,
  cardsJob,
  deliveriesJob,
  elsewhereJob,
  fillTransactionsJob,
  foldCountsJob,
  followExportsJob,
  fundingJob,
  gapsJob,
  openCasesJob,
  readSwitchesJob,
  reconcileJob,
  refreezeJob,
  renewalsJob,
  resealJob,
  retellArchiveJob,
  retentionJob,
  subscriptionJob,
  valueTransactionsJob,
} from './names.ts';
import { continueRenewals } from './continue-renewals.ts';
import { fillTransactions } from './fill-transactions.ts';
import { processDeliveries } from './process-deliveries.ts';
import { readSwitchesAfterDeclines } from './read-switches-after-declines.ts';
import { reconcileOutcomes } from './reconcile-outcomes.ts';
import { refreezeHeldCards } from './refreeze-held-cards.ts';
import { runBatches } from './run-batches.ts';
import { runBulkChanges } from './run-bulk-changes.ts';
import { settleBatchMoney } from './settle-batch-money.ts';
import { syncCardOrders } from './sync-card-orders.ts';
import { syncCards } from './sync-cards.ts';

const everyTenMinutes = '*/10 * * * *';
const everyFiveMinutes = '*/5 * * * *';
const everyMinute = '* * * * *';
const hourly = '7 * * * *';
const nightly = `${nightlyRun.minute} ${nightlyRun.hour} * * *`;

async function settleUnknown(parts: Runtime): Promise<void> {
  await settleInterruptedKeys(parts.store.db);
  await reconcileOutcomes(parts);
}

export function jobDefinitions(parts: Runtime): JobDefinition[] {
  return [
    { name: cardsJob, cron: everyTenMinutes, expireInSeconds: 900, run: () => syncCards(parts) },
    { name: cardsAgainJob, run: () => parts.jobs.ask(cardsJob) },
    // Asked for by the first, so that profiles are known before their orders are read.
    { name: cardOrdersJob, expireInSeconds: 900, run: () => syncCardOrders(parts) },
    {
      name: fillTransactionsJob,
      cron: everyFiveMinutes,
      expireInSeconds: 120,
      mayOverlap: true,
      run: () => fillTransactions(parts),
    },
    {
      name: valueTransactionsJob,
      cron: everyMinute,
      expireInSeconds: 300,
      run: () => valueTransactions(parts),
    },
    { name: deliveriesJob, cron: everyMinute, mayOverlap: true, run: () => processDeliveries(parts) },
    { name: gapsJob, cron: everyFiveMinutes, expireInSeconds: 600, run: () => findGaps(parts) },
    { name: reconcileJob, cron: everyMinute, run: () => settleUnknown(parts) },
    {
      name: 'forget-sca-requests',
      cron: everyMinute,
      run: () => pruneWaitingRequests(parts.store.db),
    },
    { name: 'expire-approvals', cron: everyMinute, run: () => expireApprovals(parts) },
    {
      name: openCasesJob,
      cron: everyMinute,
      expireInSeconds: 300,
      run: async () => void (await openCases(parts)),
    },
    { name: followExportsJob, cron: everyMinute, expireInSeconds: 300, run: () => followExports(parts) },
    {
      name: retellArchiveJob,
      cron: everyMinute,
      expireInSeconds: 300,
      run: () => retellArchive(parts),
    },
    { name: foldCountsJob, cron: everyMinute, run: () => foldCounts(parts.store.db) },
    {
      name: readSwitchesJob,
      cron: everyMinute,
      expireInSeconds: 120,
      mayOverlap: true,
      run: () => readSwitchesAfterDeclines(parts),
    },
    { name: renewalsJob, cron: everyMinute, run: () => continueRenewals(parts) },
    { name: refreezeJob, cron: everyMinute, run: () => refreezeHeldCards(parts) },
    {
      name: bulkJob,
      cron: everyMinute,
      expireInSeconds: 120,
      mayOverlap: true,
      run: () => runBulkChanges(parts),
    },
    {
      name: batchJob,
      cron: everyMinute,
      expireInSeconds: 120,
      mayOverlap: true,
      run: () => runBatches(parts),
    },
    { name: elsewhereJob, cron: everyMinute, expireInSeconds: 600, run: () => readElsewhere(parts) },
    { name: fundingJob, cron: everyMinute, expireInSeconds: 300, run: () => settleBatchMoney(parts) },
    {
      name: 'sign-audit-head',
      cron: hourly,
      run: () => signAuditHead(parts.store.db, parts.vault, parts.log),
    },
    {
      name: resealJob,
      expireInSeconds: 600,
      run: async () => {
        const { unreadable } = await resealEverything(parts.store.db, parts.vault);
        parts.log.info({ unreadable }, 'secrets sealed under the first key');
      },
    },
    { name: subscriptionJob, cron: hourly, run: () => ensureWebhookSubscriptions(parts) },
    {
      name: retentionJob,
      cron: nightly,
      expireInSeconds: 300,
      run: async () => {
        await runRetention(parts);
        await tidyStore(parts.store);
      },
    },
    {
      name: 'prune',
      cron: hourly,
      run: async () => {
        await Promise.all([parts.sessions.prune(), parts.hub.prune(), pruneIdempotencyKeys(parts.store.db)]);
      },
    },
  ];
}
