import 'server-only';
import { disputeUpdate } from '../../../../contracts/wise/card-transaction-events.ts';
import { publishEvent } from '../../../events/event-hub.ts';
import { webhookKind } from '../webhook-kind.ts';

/** Wise names the transaction and not its card: who sees every card reads the profile's transactions again. */
export const disputeChange = webhookKind(
  'transaction-disputes#update',
  disputeUpdate,
  async ({ store }, { resource: { profile_id: profileId, transaction_id: transactionId } }) => {
    await store.db.transaction((tx) =>
      publishEvent(tx, { type: 'card-transaction.changed', profileId, cardToken: '', transactionId }),
    );
    return 'pages-told';
  },
);
