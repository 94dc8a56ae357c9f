import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../../db/database.ts';
import { type Periods, splitAtDays } from './periods.ts';
import { everyCount, isOneOf, type Narrowed } from './read-outcomes.ts';

/** `reason` is Wise's own, for compliance alone; `told` what everybody else reads. */
export type Dimension = 'type' | 'reason' | 'told' | 'mcc' | 'country';
export interface Counted {
  value: string;
  count: number;
  before: number;
}

const found = z.object({
  rows: z.array(
    z.object({
      dimension: z.enum(['type', 'reason', 'told', 'mcc', 'country']),
      value: z.string(),
      count: z.coerce.number(),
      before: z.coerce.number(),
    }),
  ),
});

/** Declines, second tries among them, by what they were. Counts are kept by UTC day: what a zone cuts off is read. */
export async function readDeclineCounts(
  db: Database,
  periods: Periods,
  dimensions: readonly Dimension[],
  narrowed: Narrowed,
): Promise<Record<Dimension, Counted[]>> {
  const { ends, whole } = splitAtDays(periods);
  const asked = sql`dimension in (${sql.join(
    dimensions.map((one) => sql`${one}`),
    sql`, `,
  )})`;
  const kept = whole.map(
    ({
      from,
      isNow,
      to,
    }) => sql`select dimension, value, count, ${isNow}::boolean as is_now from ${everyCount(narrowed)}
      where ${asked} and slot >= ${from.toISOString()}::timestamptz and slot < ${to.toISOString()}::timestamptz`,
  );
  const live = ends.map(
    ({ from, isNow, to }) => sql`select tally.dimension, tally.value, 1 as count, ${isNow}::boolean as is_now
      from card_transactions one
      cross join lateral tally_transaction(one.created_at, one.outcome, one.type, one.decline_reason,
        one.told_reason, one.mcc, one.merchant_category, one.merchant_country) tally
      where one.outcome in ('declined', 'second-try') and ${asked}
        and one.created_at >= ${from.toISOString()}::timestamptz and one.created_at < ${to.toISOString()}::timestamptz
        and ${isOneOf(sql`coalesce(one.programme, '')`, narrowed.programme)}
        and ${isOneOf(sql`one.profile_id`, narrowed.profileId)}`,
  );
  const rows = await db.execute(sql`
    select dimension, value, coalesce(sum(count) filter (where is_now), 0)::int as count,
      coalesce(sum(count) filter (where not is_now), 0)::int as before
    from (${sql.join([...kept, ...live], sql` union all `)}) counted
    group by dimension, value
    having sum(count) filter (where is_now) <> 0 or sum(count) filter (where not is_now) <> 0`);
  const counts: Record<Dimension, Counted[]> = { type: [], reason: [], told: [], mcc: [], country: [] };
  for (const { dimension, ...counted } of found.parse(rows).rows) counts[dimension].push(counted);
  return counts;
}
