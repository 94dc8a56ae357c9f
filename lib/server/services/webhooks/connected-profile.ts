import 'server-only';
import type { Database } from '../../db/database.ts';
import type { CallOptions } from '../../wise/resources/options.ts';
import { findProfileUser } from '../profile-user.ts';

/** How Wise is asked in the background about a profile; undefined for one that is not connected here. */
export async function callAs(db: Database, profileId: string): Promise<CallOptions | undefined> {
  const userId = await findProfileUser(db, profileId);
  return userId === undefined ? undefined : { userId, priority: 'background' };
}
