import 'server-only';
import { and, sql } from 'drizzle-orm';
import type { Database } from '../../../db/database.ts';
import { cardTransactions } from '../../../db/schema/transactions.ts';
import { valueBandOf } from '../../../db/schema/value-bands.ts';
import { toldColumns } from '../archive/read-archived.ts';
import type { Conditions } from './conditions.ts';
import type { ListOrder } from './order.ts';
import { type FoundRow, foundColumns, readRows } from './read-rows.ts';
import { holdsTerms } from './terms.ts';
import { throughIndexes } from './through-indexes.ts';

/**
 * What is found in one band of value after the other, each gathered and sorted, until the page is full. So a filter whose
 * rows all lie far down the order is answered without passing what lies before them, and without reading all of them.
 */
export async function gatherByValue(
  db: Database,
  conditions: Conditions,
  order: ListOrder & { bands: readonly string[] },
  wanted: number,
): Promise<FoundRow[]> {
  const first = await readFirstBand(db, conditions, order);
  if (first === undefined) return [];
  const { after, bands, by, key, value } = order;
  const terms = bands.slice(bands.indexOf(first)).map(conditions.inBand);
  return throughIndexes(db, (on) => {
    const inBand = on
      .select(toldColumns)
      .from(cardTransactions)
      .where(and(conditions.byTerms, after, holdsTerms(sql`band.term`)))
      .orderBy(...by(key))
      .limit(wanted)
      .as('card_transactions');
    // Within a band rows stay as they were sorted: bands are joined one by one.
    const query = on
      .select(foundColumns(value))
      .from(sql`unnest(${sql.param(terms)}::text[]) with ordinality as band (term, place)`)
      .crossJoinLateral(inBand)
      .orderBy(sql`band.place`)
      .limit(wanted);
    return readRows(on, query);
  });
}

/** Where the page begins at the earliest: one row by the index of values. */
async function readFirstBand(
  db: Database,
  { ranges }: Conditions,
  { after, by, key }: ListOrder,
): Promise<string | undefined> {
  const [first] = await db
    .select({ band: valueBandOf(cardTransactions.reportingAmount) })
    .from(cardTransactions)
    .where(and(ranges, after))
    .orderBy(...by(key))
    .limit(1);
  return first?.band;
}
