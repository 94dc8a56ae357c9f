import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { deskMarks } from '../db/schema/cases.ts';

/** A row is stamped when its transaction begins and seen when that ends: what ends late is met again. */
const overlapMs = 2 * 60 * 1000;
const markRow = z.object({
  rows: z.array(z.object({ now: z.coerce.date(), until: z.coerce.date().nullable() })),
});

/** What changed in the archive and was not looked at yet under that name: after `from` (undefined the first time ever), up to `now`. */
export async function readMark(db: Database, name: string): Promise<{ from: Date | undefined; now: Date }> {
  const found = await db.execute(
    sql`select now() as now, (select until from desk_marks where name = ${name}) as until`,
  );
  const [mark] = markRow.parse(found).rows;
  if (!mark) throw new Error('the store does not tell the time');
  return { from: mark.until ? withOverlap(mark.until) : undefined, now: mark.now };
}

export const withOverlap = (moment: Date): Date => new Date(moment.getTime() - overlapMs);

/** Once everything up to then was looked at. */
export async function moveMark(db: Database, name: string, until: Date): Promise<void> {
  await db
    .insert(deskMarks)
    .values({ name, until })
    .onConflictDoUpdate({
      target: deskMarks.name,
      set: { until: sql`greatest(${deskMarks.until}, excluded.until)` },
    });
}
