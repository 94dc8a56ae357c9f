import 'server-only';
import { cardTransactionNamed } from '../../../../contracts/wise/card-transaction-events.ts';
import { publishEvent } from '../../../events/event-hub.ts';
import { webhookKind } from '../webhook-kind.ts';

/** Open pages read the transaction from Wise, with the rights of who looks. Nothing of it is kept here. */
export const cardTransactionStateChange = webhookKind(
  'cards#transaction-state-change',
  cardTransactionNamed,
  async ({ store }, { resource, transaction_id: transactionId }) => {
    const { card_token: cardToken, profile_id: profileId } = resource;
    await store.db.transaction((tx) =>
      publishEvent(tx, { type: 'card-transaction.changed', profileId, cardToken, transactionId }),
    );
    return 'pages-told';
  },
);
