import 'server-only';
import { inArray, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Outcomes, TransactionNumbers } from '../../../contracts/transaction-numbers.ts';
import type { Database } from '../../db/database.ts';
import type { Periods } from './periods.ts';

type Told = Pick<TransactionNumbers, 'now' | 'before' | 'days' | 'hours' | 'programmes'>;

const names = { approved: 'approved', declined: 'declined', 'second-try': 'secondTry' } as const;
const found = z.object({
  rows: z.array(
    z.object({
      is_now: z.boolean(),
      day: z.string().nullable(),
      hour: z.coerce.number().nullable(),
      programme: z.string().nullable(),
      outcome: z.enum(['approved', 'declined', 'second-try']),
      count: z.coerce.number(),
    }),
  ),
});
type Row = z.output<typeof found>['rows'][number];

/** Whose payments are counted; undefined: everybody's. */
export type Narrowed = Partial<Record<'programme' | 'profileId', readonly string[] | undefined>>;

/** What is counted and what changed since: together exactly what the archive holds. */
export function everyCount({ profileId, programme }: Narrowed): SQL {
  const isOfProgrammes = isOneOf(sql`programme`, programme);
  return sql`(select dimension, slot, programme, value, count from transaction_counts
      where ${isOneOf(sql`profile_id`, profileId ?? [''])} and ${isOfProgrammes}
    union all select dimension, slot, programme, value, count from transaction_count_changes
      where ${isOneOf(sql`profile_id`, profileId)} and ${isOfProgrammes}) counts`;
}

export const isOneOf = (column: SQL, values: readonly string[] | undefined): SQL =>
  values === undefined ? sql`true` : inArray(column, [...values]);

/** How payments were answered: by day, by hour of the day and by programme. */
export async function readOutcomes(
  db: Database,
  { beforeFrom, days, from, to }: Periods,
  timeZone: string,
  narrowed: Narrowed,
): Promise<Told> {
  const rows = await db.execute(sql`
    select is_now, local::date::text as day, extract(hour from local)::int as hour, programme, outcome,
      sum(count)::int as count
    from (
      select slot >= ${from.toISOString()}::timestamptz as is_now, slot at time zone ${timeZone} as local, programme,
        value as outcome, count
      from ${everyCount(narrowed)}
      where dimension = 'outcome' and slot >= ${beforeFrom.toISOString()}::timestamptz
        and slot < ${to.toISOString()}::timestamptz
    ) counted
    group by grouping sets (
      (is_now, outcome, local::date), (is_now, outcome, extract(hour from local)::int), (is_now, outcome, programme))
    having sum(count) <> 0`);
  const counts = found.parse(rows).rows;
  const now = counts.filter(({ is_now: isNow }) => isNow);
  const before = counts.filter(({ is_now: isNow }) => !isNow);
  const ofProgramme = counts.flatMap(({ programme }) => programme ?? []);
  const pick = (from: readonly Row[], isOne: (row: Row) => boolean) => outcomesIn(from.filter(isOne));
  return {
    now: pick(now, ({ programme }) => programme !== null),
    before: pick(before, ({ programme }) => programme !== null),
    days: days.map((day) => ({ day, ...pick(now, (row) => row.day === day) })),
    hours: Array.from({ length: 24 }, (_, hour) => ({ hour, ...pick(now, (row) => row.hour === hour) })),
    programmes: [...new Set(ofProgramme)].sort().map((programme) => ({
      programme,
      now: pick(now, (row) => row.programme === programme),
      before: pick(before, (row) => row.programme === programme),
    })),
  };
}

function outcomesIn(rows: readonly Row[]): Outcomes {
  const sums: Outcomes = { approved: 0, declined: 0, secondTry: 0 };
  for (const { count, outcome } of rows) sums[names[outcome]] += count;
  return sums;
}
