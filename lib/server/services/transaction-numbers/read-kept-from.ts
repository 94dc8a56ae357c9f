import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../../db/database.ts';
import { isOneOf, type Narrowed } from './read-outcomes.ts';

const found = z.object({
  rows: z.array(z.object({ at: z.union([z.date(), z.string()]).nullable() })),
});

/**
 * When the first payment was made that is still kept, by the quarter of an hour; null where none is. One that has just gone
 * counts until the counts are folded.
 * @param since from when on the reader is told of any
 */
export async function readKeptFrom(
  db: Database,
  { profileId }: Pick<Narrowed, 'profileId'>,
  since: Date | undefined,
): Promise<Date | null> {
  const isTold = since ? sql`slot >= ${since.toISOString()}` : sql`true`;
  const first = (table: ReturnType<typeof sql>, profiles: readonly string[] | undefined) =>
    sql`(select min(slot) from ${table}
      where dimension = 'outcome' and count > 0 and ${isTold} and ${isOneOf(sql`profile_id`, profiles)})`;
  const rows = await db.execute(sql`select least(
    ${first(sql`transaction_counts`, profileId ?? [''])},
    ${first(sql`transaction_count_changes`, profileId)}) as at`);
  const at = found.parse(rows).rows[0]?.at ?? null;
  return at === null ? null : new Date(at);
}
