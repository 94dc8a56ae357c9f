import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

/** In each band the largest value is 28 % above the smallest: e to the power of a quarter. */
const perE = 4;
/** What is worth less or more lies in the first or last band of values. */
const smallest = 0.01;
const largest = 1e9;
const bandOf = (value: number): number => Math.floor(Math.log(value) * perE);

const zeroBand = 'zero';
/** From the smallest value to the largest. */
export const valueBands: readonly string[] = [
  zeroBand,
  ...Array.from({ length: bandOf(largest) - bandOf(smallest) + 1 }, (_, place) =>
    String(bandOf(smallest) + place),
  ),
];
/** Of what has no value. */
export const noValueBand = 'none';

const literal = (value: number | string): SQL =>
  sql.raw(typeof value === 'number' ? String(value) : `'${value}'`);

/** The band that a value lies in, monotone in it: zero and less have one of their own. */
export function valueBandOf(column: AnyPgColumn): SQL<string> {
  // Before it loses its digits: what no double holds would be refused.
  const within = sql`least(greatest(${column}, ${literal(smallest)}), ${literal(largest)})::float8`;
  return sql<string>`case when ${column} is null then ${literal(noValueBand)} when ${column} <= 0 then ${literal(zeroBand)} else floor(ln(${within}) * ${literal(perE)})::int::text end`;
}
