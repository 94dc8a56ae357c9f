import 'server-only';
import { and, asc, gte, inArray, lt, not, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { byMoment } from '../../keyset.ts';
import { type AgeRange, perPortion, type RetentionWork } from './retention-work.ts';

interface PlainClass {
  table: PgTable;
  id: PgColumn;
  age: PgColumn;
  /** Which rows the class is made of; all by default. */
  isOne?: SQL;
  isNeeded: SQL;
}

export const isOfAge = (age: PgColumn, { from, until }: AgeRange): SQL | undefined =>
  and(from === null ? undefined : gte(age, from), lt(age, until));

/** A class of rows that go one by one, with whatever hangs on them. */
export const plainClass = ({ age, id, isNeeded, isOne, table }: PlainClass): RetentionWork => ({
  count: (db, range) => db.$count(table, and(isOne, isOfAge(age, range))),
  async deleteSome(tx, range) {
    const due = await tx
      .select({ id, at: byMoment(age).held })
      .from(table)
      .where(and(isOne, isOfAge(age, range), not(isNeeded)))
      .orderBy(asc(age))
      .limit(perPortion)
      .for('update', { skipLocked: true });
    const ids = due.map((row) => row.id);
    if (ids.length > 0) await tx.delete(table).where(inArray(id, ids));
    return { deleted: ids.length, reached: reachedOf(due) };
  },
});

/** Where the next portion goes on. */
export function reachedOf(due: readonly { at: string }[]): Date | null {
  const last = due.length < perPortion ? undefined : due.at(-1);
  return last ? new Date(last.at) : null;
}
