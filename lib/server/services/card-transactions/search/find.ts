import 'server-only';
import { and, getTableColumns, sql } from 'drizzle-orm';
import type { TransactionsSort } from '../../../../contracts/transactions.ts';
import type { Database } from '../../../db/database.ts';
import { cardTransactions } from '../../../db/schema/transactions.ts';
import { type ToldRow, toldColumns } from '../archive/read-archived.ts';
import type { Conditions } from './conditions.ts';
import { type ListOrder, orderOf, writeCursor } from './order.ts';

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
  const near = page.isFew ? [] : await readAlong(db, conditions, order, wanted);
  const isDone = near.length === wanted || conditions.isOpen;
  const found = isDone ? near : await gather(db, conditions, order, wanted);
  const shown = found.slice(0, page.limit);
  const last = found.length > page.limit ? shown.at(-1) : undefined;
  return {
    rows: shown,
    nextCursor: last ? writeCursor(page.sort, last) : null,
  };
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
  return db
    .select({ ...toldColumns, value })
    .from(next)
    .where(byColumns)
    .orderBy(...by(sql`key`))
    .limit(wanted);
}

/** All that is found, sorted. */
const gather = (
  db: Database,
  { byTerms }: Conditions,
  { after, by, key, value }: ListOrder,
  wanted: number,
) =>
  throughIndexes(db, (on) =>
    on
      .select({ ...toldColumns, value })
      .from(cardTransactions)
      .where(and(byTerms, after))
      .orderBy(...by(key))
      .limit(wanted),
  );

/** What is found in an index is gathered first; nothing is read along an order or from end to end in the hope of finding it. */
async function throughIndexes<T>(db: Database, read: (on: Database) => PromiseLike<T>): Promise<T> {
  return db.transaction(async (transaction) => {
    await transaction.execute(
      sql`select set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true), set_config('enable_indexonlyscan', 'off', true)`,
    );
    return read(transaction);
  });
}
