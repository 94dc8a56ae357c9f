import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../../db/database.ts';

const atOnce = 20_000;
const folded = z.object({ rows: z.array(z.object({ taken: z.coerce.number() })) });

/**
 * Adds to the counts what has changed, of each profile and of all together. Numbers are the same before and after; several
 * may do it at once, since each change is taken by one.
 */
export async function foldCounts(db: Database): Promise<void> {
  let all = 0;
  for (let taken = atOnce; taken === atOnce; all += taken) taken = await foldSome(db);
  // Whoever counts them at this moment keeps them: waiting for each other, two foldings would stand still.
  await db.execute(sql`delete from transaction_counts where ctid = any(array(
    select ctid from transaction_counts where count = 0 for update skip locked))`);
  // Every reading of the counts passes over what was taken until that is cleared away: by a server some time later, by the embedded store never.
  if (all > 0) await db.execute(sql`vacuum transaction_count_changes`);
}

async function foldSome(db: Database): Promise<number> {
  const found = await db.execute(sql`with taken as (
      delete from transaction_count_changes where ctid = any(array(
        select ctid from transaction_count_changes limit ${atOnce} for update skip locked))
      returning dimension, slot, programme, profile_id, value, count
    ), added as (
      insert into transaction_counts as kept (dimension, profile_id, slot, programme, value, count)
      select dimension, coalesce(profile_id, ''), slot, programme, value, sum(count) from taken
      group by grouping sets (
        (dimension, slot, programme, value, profile_id), (dimension, slot, programme, value))
      having sum(count) <> 0 order by 1, 2, 3, 4, 5
      on conflict (dimension, profile_id, slot, programme, value) do update set count = kept.count + excluded.count
    )
    select count(*) as taken from taken`);
  return folded.parse(found).rows[0]?.taken ?? 0;
}
