import 'server-only';
import { and, eq, inArray, isNull, lte, max, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { madeBefore, printAgeOf } from '../../../catalogues/card-order-age.ts';
import type { indexedOrdersQuery } from '../../../contracts/card-order-list.schema.ts';
import type { CardOrderNeed, IndexedCardOrder } from '../../../contracts/card-order-list.ts';
import type { CardScope } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { cards } from '../../db/schema/cards.ts';
import { cardOrders, handOvers, productions } from '../../db/schema/kiosks.ts';
import { branches } from '../../db/schema/staff.ts';
import { profiles } from '../../db/schema/wise.ts';
import { afterCursor, inOrder, writeCursor } from '../keyset.ts';
import { escapeLike, padInstant, plain } from '../search-text.ts';
import { holderFor, isHolderOpen } from './holder-for.ts';

export type OrderFilters = Omit<z.output<typeof indexedOrdersQuery>, 'cursor' | 'limit'>;
const later = alias(cardOrders, 'later_order');

const columns = {
  order: cardOrders,
  profileName: profiles.name,
  branchName: branches.name,
  lastFourDigits: cards.lastFourDigits,
  cardCreationTime: cards.creationTime,
  productionStatus: productions.status,
  handedOverAt: handOvers.createdAt,
  replacedBy: later.id,
};

const joined = (db: Database) =>
  db
    .select(columns)
    .from(cardOrders)
    .innerJoin(profiles, eq(profiles.id, cardOrders.profileId))
    .leftJoin(branches, eq(branches.id, cardOrders.branchId))
    .leftJoin(cards, eq(cards.token, cardOrders.cardToken))
    .leftJoin(productions, eq(productions.cardToken, cardOrders.cardToken))
    .leftJoin(handOvers, eq(handOvers.cardToken, cardOrders.cardToken))
    .leftJoin(
      later,
      and(eq(later.replacesOrderId, cardOrders.id), eq(later.profileId, cardOrders.profileId)),
    );
type Found = Awaited<ReturnType<typeof joined>>[number];

const sortField = z.enum(['created', 'changed', 'holder', 'status']);
const sortValue = (field: z.output<typeof sortField>, scope: CardScope): SQL<string> => {
  switch (field) {
    case 'created':
      return sql<string>`${cardOrders.creationTime}`;
    case 'changed':
      return sql<string>`${cardOrders.modificationTime}`;
    case 'status':
      return sql<string>`${cardOrders.status}`;
    case 'holder':
      return sql<string>`case when ${isHolderOpen(scope)} then lower(coalesce(${cardOrders.cardHolderName}, '')) else '' end`;
  }
};

/** One page of the index in keyset order. @throws AppError validation_failed for a cursor that is not one of ours */
export async function findOrders(
  db: Database,
  scope: CardScope,
  filters: OrderFilters,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: IndexedCardOrder[]; nextCursor: string | null }> {
  const value = sortValue(sortField.parse(filters.sort.replace('-', '')), scope);
  const order = { value, key: cardOrders.id, isDescending: filters.sort.startsWith('-') };
  const keys = await db
    .select({ id: cardOrders.id, value })
    .from(cardOrders)
    .innerJoin(profiles, eq(profiles.id, cardOrders.profileId))
    .leftJoin(cards, eq(cards.token, cardOrders.cardToken))
    .where(and(inBranches(scope), matches(filters, scope), afterCursor(page.cursor, order)))
    .orderBy(...inOrder(order))
    .limit(page.limit + 1);
  const shown = keys.slice(0, page.limit);
  const last = keys.length > page.limit ? shown.at(-1) : undefined;
  const rows = await readOrders(
    db,
    scope,
    shown.map(({ id }) => id),
  );
  return {
    items: shown.flatMap(({ id }) => rows.get(id) ?? []),
    nextCursor: last ? writeCursor(last.value, last.id) : null,
  };
}

/** Of the index, whatever is in the reader's reach. */
export async function readOrders(
  db: Database,
  scope: CardScope,
  ids: readonly string[],
): Promise<Map<string, IndexedCardOrder>> {
  if (ids.length === 0) return new Map();
  const rows = await joined(db).where(and(inArray(cardOrders.id, [...ids]), inBranches(scope)));
  return new Map(rows.map((row) => [row.order.id, toIndexed(row, scope)]));
}

/** Orders per status under every filter but the one on status. */
export async function countOrders(
  db: Database,
  scope: CardScope,
  filters: OrderFilters,
): Promise<Record<string, number>> {
  const rows = await db
    .select({ status: cardOrders.status, count: sql<number>`count(*)::int` })
    .from(cardOrders)
    .innerJoin(profiles, eq(profiles.id, cardOrders.profileId))
    .leftJoin(cards, eq(cards.token, cardOrders.cardToken))
    .where(and(inBranches(scope), matches({ ...filters, status: undefined }, scope)))
    .groupBy(cardOrders.status);
  return Object.fromEntries(rows.map(({ count, status }) => [status, count]));
}

/** How many orders the list finds by a need, and the latest change of them; undefined where there are none. */
export async function countByNeed(
  db: Database,
  scope: CardScope,
  need: CardOrderNeed,
): Promise<{ orders: number; at: string } | undefined> {
  const [found] = await db
    .select({ orders: sql<number>`count(*)::int`, at: max(cardOrders.modificationTime) })
    .from(cardOrders)
    .leftJoin(cards, eq(cards.token, cardOrders.cardToken))
    .where(and(inBranches(scope), needing(need)));
  return found?.at ? { orders: found.orders, at: found.at } : undefined;
}

export function inBranches(scope: CardScope): SQL | undefined {
  if (scope === 'all') return undefined;
  return scope.branchIds.length === 0 ? sql`false` : inArray(cardOrders.branchId, scope.branchIds);
}

function toIndexed(row: Found, scope: CardScope): IndexedCardOrder {
  const { branchName, cardCreationTime, handedOverAt, order, productionStatus } = row;
  const { asOf, branchId, cardHolderName, deliveryOption, status } = order;
  const held = { productionStatus, isHandedOver: handedOverAt !== null };
  return {
    id: order.id,
    profileId: order.profileId,
    profileName: holderFor(scope, { ...held, cardHolderName: row.profileName }),
    status,
    cardHolderName: holderFor(scope, { ...held, cardHolderName }),
    programme: order.programme,
    scheme: order.scheme,
    cardType: order.cardType,
    deliveryOption,
    cardToken: order.cardToken,
    lastFourDigits: row.lastFourDigits,
    cardCreationTime,
    productionStatus,
    printAge: printAgeOf({ status, deliveryOption, cardCreationTime }, Date.now()),
    branch: branchId === null ? null : { id: branchId, name: branchName ?? branchId },
    replacesOrderId: order.replacesOrderId,
    replacedByOrderId: row.replacedBy,
    creationTime: order.creationTime,
    modificationTime: order.modificationTime,
    asOf: asOf.toISOString(),
  };
}

const orNone = (column: typeof cardOrders.deliveryOption | typeof cardOrders.branchId, values: string[]) =>
  or(inArray(column, values), values.includes('none') ? isNull(column) : undefined);

function matches(filters: OrderFilters, scope: CardScope): SQL | undefined {
  const { branchId, delivery, needs, profileId, programme, scheme, status, type } = filters;
  return and(
    status?.length ? inArray(cardOrders.status, status) : undefined,
    programme?.length ? inArray(cardOrders.programme, programme) : undefined,
    scheme?.length ? inArray(cardOrders.scheme, scheme) : undefined,
    type?.length ? inArray(cardOrders.cardType, type) : undefined,
    delivery?.length ? orNone(cardOrders.deliveryOption, delivery) : undefined,
    branchId?.length ? orNone(cardOrders.branchId, branchId) : undefined,
    profileId?.length ? inArray(cardOrders.profileId, profileId) : undefined,
    needs?.length ? or(...needs.map(needing)) : undefined,
    ...plain(filters.query ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .slice(0, 8)
      .map((word) => matchesWord(word, scope)),
  );
}

function needing(need: CardOrderNeed): SQL | undefined {
  if (need === 'waiting') return eq(cardOrders.status, 'PLACED');
  if (need === 'returned') return eq(cardOrders.status, 'RETURNED');
  const oldest = (age: 'day-45' | 'day-60') =>
    padInstant(new Date(madeBefore(age, Date.now())).toISOString());
  return and(
    eq(cardOrders.status, 'CARD_DETAILS_CREATED'),
    eq(cardOrders.deliveryOption, 'KIOSK_COLLECTION'),
    lte(cards.creationTime, oldest(need)),
    need === 'day-45' ? sql`${cards.creationTime} > ${oldest('day-60')}` : undefined,
  );
}

/** Four digits may be a card's last four; anything else a part of the order's id, its card's token, or a name. */
function matchesWord(word: string, scope: CardScope): SQL | undefined {
  const within = `%${escapeLike(word)}%`;
  const from = `${escapeLike(word)}%`;
  return or(
    /^\d{4}$/.test(word) ? eq(cards.lastFourDigits, word) : undefined,
    sql`${cardOrders.id} like ${from}`,
    sql`${cardOrders.cardToken} like ${from}`,
    and(
      isHolderOpen(scope),
      or(sql`${cardOrders.searchText} like ${within}`, sql`${profiles.searchText} like ${within}`),
    ),
  );
}
