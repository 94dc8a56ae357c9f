import 'server-only';
import { and, eq, exists, inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { cards } from '../../db/schema/cards.ts';
import { cardOrderRequests, cardOrders } from '../../db/schema/kiosks.ts';

/**
 * Wise has purged a card: whom it was for goes from its order, and from what was kept to order it again. Done whenever
 * either is stored, because an order that is read later may still tell the name. What is on its way to Wise is settled
 * under its key first, and that erases it.
 * @param which of the orders, those whose card may have been purged
 */
export async function eraseHolders(tx: Database, which: SQL): Promise<void> {
  const isPurged = exists(
    tx
      .select({ one: sql`1` })
      .from(cards)
      .where(and(eq(cards.token, cardOrders.cardToken), eq(cards.status, 'PURGED'))),
  );
  const erased = await tx
    .update(cardOrders)
    .set({ cardHolderName: null, searchText: sql`${cardOrders.profileId}` })
    .where(and(which, isNotNull(cardOrders.cardHolderName), isPurged))
    .returning({ id: cardOrders.id });
  if (erased.length === 0) return;
  const ids = erased.map(({ id }) => id);
  const anew = inArray(cardOrderRequests.replacesOrderId, ids);
  await tx
    .update(cardOrderRequests)
    .set({ state: 'refused', refusedCode: 'card_order_not_renewable' })
    .where(and(anew, eq(cardOrderRequests.state, 'waiting')));
  await tx
    .update(cardOrderRequests)
    .set({ contentSealed: null, contentDigest: '' })
    .where(
      or(
        inArray(cardOrderRequests.orderId, ids),
        and(anew, inArray(cardOrderRequests.state, ['placed', 'refused'])),
      ),
    );
}
