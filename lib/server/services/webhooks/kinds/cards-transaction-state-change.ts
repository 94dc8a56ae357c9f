import 'server-only';
import {
  cardTransactionData,
  cardTransactionNamed,
} from '../../../../contracts/wise/card-transaction-events.ts';
import { publishEvent } from '../../../events/event-hub.ts';
import { openCasesJob } from '../../../jobs/names.ts';
import { transactionOfEvent } from '../../card-transactions/archive/from-event.ts';
import { keepTransactions } from '../../card-transactions/archive/keep-transactions.ts';
import { followExportsSoon } from '../../card-transactions/exports/follow-soon.ts';
import { noteSwitchesDue } from '../../spending-permission-readings/note-due.ts';
import { webhookKind } from '../webhook-kind.ts';

/** The state is kept; open pages hear of it, and read the transaction with the rights of who looks. */
export const cardTransactionStateChange = webhookKind(
  'cards#transaction-state-change',
  cardTransactionNamed,
  async ({ env, jobs, store }, named, { receivedAt, sentAt }) => {
    const { card_token: cardToken, profile_id: profileId } = named.resource;
    const told = cardTransactionData.safeParse(named);
    if (told.success) {
      const { transaction_step_type: step } = told.data;
      const transaction = transactionOfEvent(told.data);
      const { changed } = await keepTransactions(
        store,
        [{ profileId, transaction, step, source: 'webhook', toldAt: sentAt, receivedAt }],
        env.reportingCurrency,
      );
      if (changed.length > 0) await followExportsSoon({ jobs, store }, transaction.id);
      // It runs every minute anyway.
      if (transaction.state === 'DECLINED') {
        await jobs.ask(openCasesJob).catch(() => undefined);
        await noteSwitchesDue({ jobs, store }, profileId, transaction);
      }
      return 'kept';
    }
    // It names its transaction and does not describe it: pages can read it all the same.
    await store.db.transaction((tx) =>
      publishEvent(tx, {
        type: 'card-transaction.changed',
        profileId,
        cardToken,
        transactionId: named.transaction_id,
      }),
    );
    return 'pages-told';
  },
);
