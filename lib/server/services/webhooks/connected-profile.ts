import 'server-only';
import { eq } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { profiles } from '../../db/schema/wise.ts';
import type { CallOptions } from '../../wise/resources/options.ts';

/** How Wise is asked in the background about a profile; undefined for one that is not connected here. */
export async function callAs(db: Database, profileId: string): Promise<CallOptions | undefined> {
  const [profile] = await db
    .select({ userId: profiles.userId })
    .from(profiles)
    .where(eq(profiles.id, profileId));
  return profile && { userId: profile.userId, priority: 'background' };
}
