import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../../db/database.ts';

const atOnce = 50_000;
const folded = z.object({ rows: z.array(z.object({ taken: z.coerce.number() })) });

/**
 * Adds to the counts what has changed. Numbers are the same before and after; several may do it at once, since each change
 * is taken by one.
 */
export async function foldCounts(db: Database): Promise<void> {
  for (;;) {
    const found = await db.execute(sql`with taken as (
        delete from transaction_count_changes where ctid = any(array(
          select ctid from transaction_count_changes limit ${atOnce} for update skip locked))
        returning dimension, slot, programme, value, count
      ), added as (
        insert into transaction_counts as kept (dimension, slot, programme, value, count)
        select dimension, slot, programme, value, sum(count) from taken
        group by 1, 2, 3, 4 having sum(count) <> 0 order by 1, 2, 3, 4
        on conflict (dimension, slot, programme, value) do update set count = kept.count + excluded.count
      )
      select count(*) as taken from taken`);
    const [row] = folded.parse(found).rows;
    if (!row || row.taken < atOnce) return;
  }
}
