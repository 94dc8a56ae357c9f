import 'server-only';
import { eq } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { profiles } from '../db/schema/wise.ts';
import { AppError } from '../http/app-error.ts';

/** The Wise user whose connection reaches a profile; undefined for one the console does not know. */
export async function findProfileUser(db: Database, profileId: string): Promise<string | undefined> {
  const [profile] = await db
    .select({ userId: profiles.userId })
    .from(profiles)
    .where(eq(profiles.id, profileId));
  return profile?.userId;
}

/** @throws AppError not_found */
export async function findProfileUserOrThrow(db: Database, profileId: string): Promise<string> {
  const userId = await findProfileUser(db, profileId);
  if (userId === undefined) throw new AppError('not_found');
  return userId;
}
