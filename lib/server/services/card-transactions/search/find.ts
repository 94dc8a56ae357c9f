import 'server-only';
import { and, getTableColumns, sql } from 'drizzle-orm';
import type { TransactionsSort } from '../../../../contracts/transactions.ts';
import type { Database } from '../../../db/database.ts';
import { cardTransactions } from '../../../db/schema/transactions.ts';
import type { ToldRow } from '../archive/read-archived.ts';
import { gatherByValue } from './by-value.ts';
import type { Conditions } from './conditions.ts';
import { type ListOrder, orderOf, writeCursor } from './order.ts';
import { foundColumns, readRows } from './read-rows.ts';
import { throughIndexes } from './through-indexes.ts';

/**
 * How many are found, counted up to `most` and one more. The store would guess how much several filters have in common,
 * and read everything where they have less; so it is held to the indexes.
 */
export async function countTransactions(
  db: Database,
  { byTerms, isOpen }: Conditions,
  most: number,
): Promise<number> {
  const count = async (on: Database) => {
    const counted = on
      .select({ one: sql`1`.as('one') })
      .from(cardTransactions)
      .where(byTerms)
      .limit(most + 1)
      .as('counted');
    const [row] = await on.select({ count: sql<number>`count(*)::int` }).from(counted);
    return row?.count ?? 0;
  };
  return isOpen ? count(db) : throughIndexes(db, count);
}

/** For each row that is wanted. Who has passed as many without a full page reads against the order: what is asked for lies elsewhere. */
const mostPassed = 100;

/** One page in keyset order. `isFew`: so little is found that it is gathered and sorted, wherever in the order it lies. */
export async function findTransactions(
  db: Database,
  conditions: Conditions,
  page: { sort: TransactionsSort; cursor?: string | undefined; limit: number; isFew: boolean },
): Promise<{ rows: ToldRow[]; nextCursor: string | null }> {
  const order = orderOf(page.sort, page.cursor);
  const wanted = page.limit + 1;
  const read = page.isFew ? gather : readMany;
  const found = await read(db, conditions, order, wanted);
  const shown = found.slice(0, page.limit);
  const last = found.length > page.limit ? shown.at(-1) : undefined;
  return {
    rows: shown,
    nextCursor: last ? writeCursor(page.sort, last) : null,
  };
}

/** Along the order where that fills the page soon. */
async function readMany(db: Database, conditions: Conditions, order: ListOrder, wanted: number) {
  const near = await readAlong(db, conditions, order, wanted);
  if (near.length === wanted || conditions.isOpen) return near;
  const { bands } = order;
  return bands && !conditions.isOfCards
    ? gatherByValue(db, conditions, { ...order, bands }, wanted)
    : gather(db, conditions, order, wanted);
}

/** What is found among the next rows of the order. */
function readAlong(
  db: Database,
  { byColumns, isOpen, ranges }: Conditions,
  { after, by, key, value }: ListOrder,
  wanted: number,
) {
  const next = db
    .select({ ...getTableColumns(cardTransactions), key: key.as('key') })
    .from(cardTransactions)
    .where(and(ranges, after))
    .orderBy(...by(key))
    .limit(isOpen ? wanted : wanted * mostPassed)
    // Under the table's own name, so that the same conditions are asked of it.
    .as('card_transactions');
  const query = db
    .select(foundColumns(value))
    .from(next)
    .where(byColumns)
    .orderBy(...by(sql`key`))
    .limit(wanted);
  return readRows(db, query);
}

/** All that is found, sorted. */
const gather = (
  db: Database,
  { byTerms }: Conditions,
  { after, by, key, value }: ListOrder,
  wanted: number,
) =>
  throughIndexes(db, (on) =>
    readRows(
      on,
      on
        .select(foundColumns(value))
        .from(cardTransactions)
        .where(and(byTerms, after))
        .orderBy(...by(key))
        .limit(wanted),
    ),
  );
