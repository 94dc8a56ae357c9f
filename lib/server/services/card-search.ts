import 'server-only';
import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { CardSort } from '../../contracts/cards.ts';
import type { CardScope } from '../auth/operator.ts';
import type { Database } from '../db/database.ts';
import { cardCollections, cards } from '../db/schema/cards.ts';
import { profiles } from '../db/schema/wise.ts';
import {
  isHolderShown,
  nameOfProfile,
  type OwnBranchMark,
  ownBranchColumns,
  ownBranchMark,
  withoutHolder,
} from './branches/own-branch.ts';
import type { CardRow } from './card-index.ts';
import { afterCursor, inOrder, writeCursor } from './keyset.ts';
import { escapeLike, plain } from './search-text.ts';

export interface CardFilters {
  query?: string | undefined;
  status?: string[] | undefined;
  type?: string[] | undefined;
  scheme?: string[] | undefined;
  programme?: string[] | undefined;
  profileId?: string[] | undefined;
  /** What else must be true of the card. */
  condition?: SQL | undefined;
}
export interface FoundCard {
  card: CardRow;
  profile: { type: string; name: string };
  ownBranch?: OwnBranchMark;
}

const sortColumns = {
  holder: sql<string>`lower(coalesce(${cards.cardHolderName}, ''))`,
  lastFour: sql<string>`${cards.lastFourDigits}`,
  status: sql<string>`${cards.status}`,
  expiry: sql<string>`coalesce(${cards.expiryDate}, '')`,
  created: sql<string>`${cards.creationTime}`,
  changed: sql<string>`${cards.modificationTime}`,
};

/** One page in keyset order. @throws AppError validation_failed for a cursor that is not one of ours */
export async function findCards(
  db: Database,
  scope: CardScope,
  filters: CardFilters,
  page: { sort: CardSort; cursor?: string | undefined; limit: number },
): Promise<{ found: FoundCard[]; nextCursor: string | null }> {
  const column = page.sort.replace('-', '') as keyof typeof sortColumns;
  // The cursor carries what is sorted by, and an order by name would tell names as well.
  const value =
    column === 'holder' && scope !== 'all'
      ? sql<string>`case when ${isHolderShown(scope)} then ${sortColumns.holder} else '' end`
      : sortColumns[column];
  const order = { value, key: cards.token, isDescending: page.sort.startsWith('-') };
  const rows = await db
    .select({
      card: cards,
      profile: { type: profiles.type, name: profiles.name },
      value,
      ...ownBranchColumns(scope),
    })
    .from(cards)
    .innerJoin(profiles, eq(profiles.id, cards.profileId))
    .where(and(inScope(scope), matches(scope, filters), afterCursor(page.cursor, order)))
    .orderBy(...inOrder(order))
    .limit(page.limit + 1);
  const found = rows.slice(0, page.limit).map((row) => toFound(scope, row));
  const last = rows.slice(0, page.limit).at(-1);
  const nextCursor = rows.length > page.limit && last ? writeCursor(last.value, last.card.token) : null;
  return { found, nextCursor };
}

/** Cards per status under every filter but the one on status. */
export async function countByStatus(
  db: Database,
  scope: CardScope,
  filters: CardFilters,
): Promise<Record<string, number>> {
  const rows = await db
    .select({ status: cards.status, count: sql<number>`count(*)::int` })
    .from(cards)
    .innerJoin(profiles, eq(profiles.id, cards.profileId))
    .where(and(inScope(scope), matches(scope, { ...filters, status: undefined })))
    .groupBy(cards.status);
  return Object.fromEntries(rows.map((row) => [row.status, row.count]));
}

export function inScope(scope: CardScope): SQL | undefined {
  if (scope === 'all') return undefined;
  const collectedThere = new QueryBuilder()
    .select({ token: cardCollections.cardToken })
    .from(cardCollections)
    .where(inArray(cardCollections.branchId, scope.branchIds));
  return inArray(cards.token, collectedThere);
}

function matches(scope: CardScope, filters: CardFilters): SQL | undefined {
  const oneOf = (column: Parameters<typeof inArray>[0], values: string[] | undefined) =>
    values && values.length > 0 ? inArray(column, values) : undefined;
  return and(
    oneOf(cards.status, filters.status),
    oneOf(cards.cardType, filters.type),
    oneOf(cards.scheme, filters.scheme),
    oneOf(cards.programme, filters.programme),
    oneOf(cards.profileId, filters.profileId),
    filters.condition,
    ...plain(filters.query ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .slice(0, 8)
      .map((word) => matchesWord(scope, word)),
  );
}

/** Four digits are the card's last four; longer runs of digits a phone or profile number; anything else a name or token. */
function matchesWord(scope: CardScope, word: string): SQL | undefined {
  if (/^\d{4}$/.test(word)) return eq(cards.lastFourDigits, word);
  const digits = word.replace(/^\+|[().-]/g, '').replace(/^0+/, '');
  const text = /^\d{5,}$/.test(digits) ? digits : word;
  const pattern = `%${escapeLike(text)}%`;
  const isNamed = or(sql`${cards.searchText} like ${pattern}`, sql`${profiles.searchText} like ${pattern}`);
  if (scope === 'all') return isNamed;
  // What is withheld cannot be found by it either.
  return or(
    and(isHolderShown(scope), isNamed),
    eq(cards.token, word),
    eq(cards.profileId, word),
    and(sql`upper(${profiles.type}) <> 'PERSONAL'`, sql`${profiles.searchText} like ${pattern}`),
  );
}

interface Row extends OwnBranchMark {
  card: CardRow;
  profile: { type: string; name: string };
}

function toFound(scope: CardScope, { card, profile, isHandedOver, isHolderShown: isShown }: Row): FoundCard {
  const name = nameOfProfile({ id: card.profileId, ...profile }, isShown);
  return {
    card: isShown ? card : withoutHolder(card),
    profile: { type: profile.type, name },
    ...ownBranchMark(scope, { isHolderShown: isShown, isHandedOver }),
  };
}
