import { plain } from '../../services/search-text.ts';
import type { Database } from '../database.ts';
import { profiles, wiseConnections } from '../schema/wise.ts';

type NamedProfile = Pick<typeof profiles.$inferInsert, 'id' | 'name' | 'type' | 'userId'>;

const customer: NamedProfile = { id: '1', userId: '7', type: 'PERSONAL', name: 'Chloé Marchetti' };

/** A profile that was read just now, of a user who is connected already. */
export async function addProfile(db: Database, profile: NamedProfile): Promise<void> {
  await db
    .insert(profiles)
    .values({ ...profile, state: 'VISIBLE', searchText: plain(profile.name), readAt: new Date() });
}

/** A profile with the connection of its user, through which nothing is asked. */
export async function addConnectedProfile(db: Database, more: Partial<NamedProfile> = {}): Promise<void> {
  const profile = { ...customer, ...more };
  await db.insert(wiseConnections).values({ userId: profile.userId, refreshTokenSealed: 'x' });
  await addProfile(db, profile);
}
