import 'server-only';
import { eq } from 'drizzle-orm';
import { cardOrderStatusChange } from '../../../../contracts/wise/card-events.ts';
import { cardOrders } from '../../../db/schema/kiosks.ts';
import { storeCardOrders } from '../../card-orders/card-order-index.ts';
import { callAs } from '../connected-profile.ts';
import { isKnownAlready } from '../is-known-already.ts';
import { momentOf } from '../moment.ts';
import { webhookKind } from '../webhook-kind.ts';

/** Deliveries come in any order: the order's present state is asked for, not guessed from the event. */
export const orderStatusChange = webhookKind(
  'cards#card-order-status-change',
  cardOrderStatusChange.shape.data,
  async ({ store, wise }, { occurred_at, order_id: orderId, order_status: status, resource }, { sentAt }) => {
    const profileId = resource.profile_id;
    const call = await callAs(store.db, profileId);
    if (!call) return 'not-connected';
    const [known] = await store.db
      .select({ status: cardOrders.status, modificationTime: cardOrders.modificationTime })
      .from(cardOrders)
      .where(eq(cardOrders.id, orderId));
    if (isKnownAlready(known, { status, occurredAt: momentOf(occurred_at) ?? sentAt }))
      return 'known-already';
    const asOf = new Date();
    await storeCardOrders(store.db, [await wise.cardOrders.getCardOrder(call, profileId, orderId)], asOf);
    return 'read-again';
  },
);
