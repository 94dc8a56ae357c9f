import 'server-only';
import { eq } from 'drizzle-orm';
import type { CardScope } from '../../auth/operator.ts';
import { profiles } from '../../db/schema/wise.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import type { CallOptions } from '../../wise/resources/options.ts';

/**
 * The profile a path names, and how Wise is asked about it.
 * @throws AppError not_found for a profile the console does not know, and for who sees a branch's cards only: what is asked
 *   of a whole profile tells of other branches too
 */
export async function locateProfile(
  { store }: Pick<Runtime, 'store'>,
  scope: CardScope,
  profileId: string,
): Promise<{ name: string; type: string; options: CallOptions }> {
  if (scope !== 'all') throw new AppError('not_found');
  const [profile] = await store.db
    .select({ userId: profiles.userId, name: profiles.name, type: profiles.type })
    .from(profiles)
    .where(eq(profiles.id, profileId));
  if (!profile) throw new AppError('not_found');
  const { name, type } = profile;
  return { name, type, options: { userId: profile.userId, priority: 'interactive' } };
}
