import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { printAgeOf } from '../../../catalogues/card-order-age.ts';
import type { CardOrderFacts } from '../../../contracts/card-orders.ts';
import type { Database } from '../../db/database.ts';
import { cardCollections, cards } from '../../db/schema/cards.ts';
import { cardOrderRequests, cardOrderStatuses, cardOrders, productions } from '../../db/schema/kiosks.ts';
import { branches, people } from '../../db/schema/staff.ts';
import type { WiseCardOrder } from '../../wise/resources/card-orders.ts';
import { stateOf } from './order-request.ts';

/** What the console knows of an order beside Wise's own answer. */
export async function readOrderFacts(db: Database, order: WiseCardOrder): Promise<CardOrderFacts> {
  const [[row], card, statuses, renewal, [replacedBy]] = await Promise.all([
    db
      .select({ order: cardOrders, branchName: branches.name, orderedBy: people.name })
      .from(cardOrders)
      .leftJoin(branches, eq(branches.id, cardOrders.branchId))
      .leftJoin(people, eq(people.id, cardOrders.orderedBy))
      .where(eq(cardOrders.id, order.id)),
    order.cardToken === null ? undefined : readCard(db, order.cardToken),
    db
      .select({ status: cardOrderStatuses.status, at: cardOrderStatuses.at })
      .from(cardOrderStatuses)
      .where(eq(cardOrderStatuses.orderId, order.id))
      .orderBy(desc(cardOrderStatuses.at)),
    readRenewal(db, order),
    db
      .select({ id: cardOrders.id })
      .from(cardOrders)
      .where(and(eq(cardOrders.replacesOrderId, order.id), eq(cardOrders.profileId, order.profileId))),
  ]);
  const own = row?.order.branchId ? { id: row.order.branchId, name: row.branchName } : card?.branch;
  const cardCreationTime = card?.creationTime ?? null;
  const deliveryOption = order.deliveryDetails?.deliveryOption ?? null;
  return {
    branch: own ? { id: own.id, name: own.name ?? own.id } : null,
    orderedBy: row?.orderedBy ?? null,
    lastFourDigits: card?.lastFourDigits ?? null,
    cardStatus: card?.status ?? null,
    cardCreationTime,
    productionStatus: card?.productionStatus ?? null,
    printAge: printAgeOf({ status: order.status, deliveryOption, cardCreationTime }, Date.now()),
    replacesOrderId: row?.order.replacesOrderId ?? null,
    replacedByOrderId: replacedBy?.id ?? null,
    renewal,
    statuses,
  };
}

/** A card may belong to a branch that its order does not name: to the one that prints it. */
async function readCard(db: Database, token: string) {
  const [row] = await db
    .select({
      lastFourDigits: cards.lastFourDigits,
      status: cards.status,
      creationTime: cards.creationTime,
      productionStatus: productions.status,
      branchId: cardCollections.branchId,
      branchName: branches.name,
    })
    .from(cards)
    .leftJoin(productions, eq(productions.cardToken, cards.token))
    .leftJoin(cardCollections, eq(cardCollections.cardToken, cards.token))
    .leftJoin(branches, eq(branches.id, cardCollections.branchId))
    .where(eq(cards.token, token));
  return row && { ...row, branch: row.branchId ? { id: row.branchId, name: row.branchName } : undefined };
}

/** The one that stands, else the one that Wise refused last. */
async function readRenewal(db: Database, order: WiseCardOrder): Promise<CardOrderFacts['renewal']> {
  const rows = await db
    .select()
    .from(cardOrderRequests)
    .where(
      and(eq(cardOrderRequests.profileId, order.profileId), eq(cardOrderRequests.replacesOrderId, order.id)),
    )
    .orderBy(desc(cardOrderRequests.createdAt));
  const row = rows.find(({ state }) => state !== 'refused') ?? rows[0];
  return row ? { state: stateOf(row), newOrderId: row.orderId, refusedCode: row.refusedCode } : null;
}
