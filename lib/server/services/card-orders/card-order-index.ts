import 'server-only';
import { and, eq, exists, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { cardCollections } from '../../db/schema/cards.ts';
import { cardOrderStatuses, cardOrders } from '../../db/schema/kiosks.ts';
import { type KeptEvent, publishEvent } from '../../events/event-hub.ts';
import type { WiseCardOrder } from '../../wise/resources/card-orders.ts';
import { expectDeliveries } from '../webhooks/expect-deliveries.ts';
import { padInstant, plain } from '../search-text.ts';
import { eraseHolders } from './erase-holders.ts';

type NewRow = typeof cardOrders.$inferInsert;
/** What only the console knows of an order that was made here. */
export interface OwnFacts {
  branchId: string | null;
  orderedBy: string;
  replacesOrderId: string | null;
}

const rowsPerStatement = 200;
/** Above this many, one event per profile and branch has open pages read their lists again. */
const eventsPerChange = 25;

function toRow(order: WiseCardOrder, asOf: Date): NewRow {
  const { cardHolderName, cardToken, id, profileId } = order;
  return {
    id,
    profileId,
    status: order.status,
    cardToken,
    cardHolderName,
    programme: order.cardProgram?.name ?? null,
    scheme: order.cardProgram?.scheme ?? null,
    cardType: order.cardProgram?.cardType ?? null,
    deliveryOption: order.deliveryDetails?.deliveryOption ?? null,
    creationTime: padInstant(order.creationTime),
    modificationTime: padInstant(order.modificationTime),
    searchText: plain(`${cardHolderName ?? ''} ${profileId}`),
    asOf,
  };
}

/**
 * Takes what Wise told of orders into the index. A row older than the one that stands never overwrites it; the branch,
 * who ordered and what it replaces stay as they are. Once an order with a branch has its card, the card belongs to
 * that branch. When each status was first seen is kept. Open pages hear of it in the same transaction.
 * @param asOf when Wise was asked, so that a slow answer does not look newer than it is
 */
export async function storeCardOrders(
  db: Database,
  given: readonly WiseCardOrder[],
  asOf: Date,
): Promise<void> {
  const rows = given.map((order) => toRow(order, asOf));
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const batch = rows.slice(start, start + rowsPerStatement);
    await db.transaction((tx) => storeBatch(tx, batch));
  }
}

/** The same for one that was placed here, with what Wise does not know of it. */
export async function storeOwnOrder(
  tx: Database,
  order: WiseCardOrder,
  own: OwnFacts,
  asOf: Date,
): Promise<void> {
  await storeBatch(tx, [toRow(order, asOf)]);
  await tx.update(cardOrders).set(own).where(eq(cardOrders.id, order.id));
  await assignToBranches(tx, [order.id]);
  await publishEvent(tx, { type: 'card-order.changed', profileId: order.profileId, orderId: order.id });
}

async function storeBatch(tx: Database, rows: NewRow[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  const before = await tx
    .select({
      id: cardOrders.id,
      modificationTime: cardOrders.modificationTime,
      status: cardOrders.status,
      branchId: cardOrders.branchId,
    })
    .from(cardOrders)
    .where(inArray(cardOrders.id, ids))
    .for('update');
  const known = new Map(before.map((row) => [row.id, row]));
  await tx
    .insert(cardOrders)
    .values(rows)
    .onConflictDoUpdate({
      target: cardOrders.id,
      set: asWiseTold,
      setWhere: sql`excluded.modification_time >= ${cardOrders.modificationTime}`,
    });
  await tx
    .insert(cardOrderStatuses)
    .values(rows.map(({ id, modificationTime, status }) => ({ orderId: id, status, at: modificationTime })))
    .onConflictDoNothing();
  await assignToBranches(tx, ids);
  await eraseHolders(tx, inArray(cardOrders.id, ids));
  const changed = rows.filter((row) => (known.get(row.id)?.modificationTime ?? '') < row.modificationTime);
  await expectDeliveries(
    tx,
    'cards#card-order-status-change',
    changed.flatMap(({ id, status }) => {
      const old = known.get(id);
      return old && old.status !== status ? [{ subjectId: id, since: old.modificationTime }] : [];
    }),
  );
  await publishEvent(tx, ...eventsFor(changed, (id) => known.get(id)?.branchId ?? ''));
}

/** A card that is known to belong to a branch stays there, and its order with it; another's goes where its order says. */
async function assignToBranches(tx: Database, orderIds: string[]): Promise<void> {
  const ofCard = tx
    .select({ branchId: cardCollections.branchId })
    .from(cardCollections)
    .where(eq(cardCollections.cardToken, cardOrders.cardToken));
  await tx
    .update(cardOrders)
    .set({ branchId: sql`(${ofCard})` })
    .where(and(inArray(cardOrders.id, orderIds), isNull(cardOrders.branchId), exists(ofCard)));
  const made = await tx
    .select({ cardToken: cardOrders.cardToken, branchId: cardOrders.branchId })
    .from(cardOrders)
    .where(
      and(inArray(cardOrders.id, orderIds), isNotNull(cardOrders.cardToken), isNotNull(cardOrders.branchId)),
    );
  const rows = made.flatMap(({ cardToken, branchId }) =>
    cardToken === null || branchId === null ? [] : [{ cardToken, branchId }],
  );
  if (rows.length > 0) await tx.insert(cardCollections).values(rows).onConflictDoNothing();
}

/** One event makes every list of its profile and of its branch old. */
function eventsFor(changed: NewRow[], branchOf: (id: string) => string): KeptEvent[] {
  const told =
    changed.length > eventsPerChange
      ? [...new Map(changed.map((row) => [`${row.profileId} ${branchOf(row.id)}`, row])).values()]
      : changed;
  return told.map(({ id, profileId }) => ({ type: 'card-order.changed', profileId, orderId: id }));
}

const asWiseTold = {
  profileId: sql`excluded.profile_id`,
  status: sql`excluded.status`,
  cardToken: sql`excluded.card_token`,
  cardHolderName: sql`excluded.card_holder_name`,
  programme: sql`excluded.programme`,
  scheme: sql`excluded.scheme`,
  cardType: sql`excluded.card_type`,
  deliveryOption: sql`excluded.delivery_option`,
  creationTime: sql`excluded.creation_time`,
  modificationTime: sql`excluded.modification_time`,
  searchText: sql`excluded.search_text`,
  asOf: sql`excluded.as_of`,
};
