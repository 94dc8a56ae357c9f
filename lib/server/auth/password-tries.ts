import 'server-only';
import { and, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { people } from '../db/schema/staff.ts';

export const triesBeforeLock = 5;
const lockForMs = 15 * 60 * 1000;

/**
 * Takes one of a person's tries before the password is looked at, so that many at once cannot pass uncounted. The fifth
 * locks; a right password gives all of them back.
 * @returns whether there was a try left
 */
export async function takePasswordTry(db: Database, personId: string, now = new Date()): Promise<boolean> {
  const { failedSignIns, lockedUntil } = people;
  const lockEnd = new Date(now.getTime() + lockForMs).toISOString();
  const [taken] = await db
    .update(people)
    .set({
      failedSignIns: sql`case when ${lockedUntil} is null then ${failedSignIns} + 1 else 1 end`,
      lockedUntil: sql`case when ${lockedUntil} is null and ${failedSignIns} + 1 >= ${triesBeforeLock}
        then ${lockEnd}::timestamptz end`,
    })
    .where(and(eq(people.id, personId), or(isNull(lockedUntil), lte(lockedUntil, now))))
    .returning({ id: people.id });
  return taken !== undefined;
}

export async function giveBackPasswordTries(db: Database, personId: string): Promise<void> {
  await db.update(people).set({ failedSignIns: 0, lockedUntil: null }).where(eq(people.id, personId));
}
