import 'server-only';
import { eq } from 'drizzle-orm';
import type { CardScope } from '../../auth/operator.ts';
import { profiles } from '../../db/schema/wise.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import type { CallOptions } from '../../wise/resources/options.ts';

/**
 * The profile a path names, and how Wise is asked about it.
 * @throws AppError not_found for a profile the console does not know, and for who sees a branch's cards only: Wise's orders
 *   name no branch
 */
export async function locateProfile(
  { store }: Runtime,
  scope: CardScope,
  profileId: string,
): Promise<{ name: string; options: CallOptions }> {
  if (scope !== 'all') throw new AppError('not_found');
  const [profile] = await store.db
    .select({ userId: profiles.userId, name: profiles.name })
    .from(profiles)
    .where(eq(profiles.id, profileId));
  if (!profile) throw new AppError('not_found');
  return { name: profile.name, options: { userId: profile.userId, priority: 'interactive' } };
}
