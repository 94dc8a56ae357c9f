import 'server-only';
import { cardTransactionData } from '../../../../contracts/wise/card-transaction-events.ts';
import { transactionOfEvent } from '../../card-transactions/archive/from-event.ts';
import { keepTransactions } from '../../card-transactions/archive/keep-transactions.ts';
import { webhookKind } from '../webhook-kind.ts';

/** The state is kept; open pages hear of it, and read the transaction with the rights of who looks. */
export const cardTransactionStateChange = webhookKind(
  'cards#transaction-state-change',
  cardTransactionData,
  async ({ store }, data, { receivedAt, sentAt }) => {
    const transaction = transactionOfEvent(data);
    const { profile_id: profileId } = data.resource;
    const { transaction_step_type: step } = data;
    await keepTransactions(store, [
      { profileId, transaction, step, source: 'webhook', toldAt: sentAt, receivedAt },
    ]);
    return 'kept';
  },
);
