import 'server-only';
import { eq } from 'drizzle-orm';
import { profiles } from '../../db/schema/wise.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import type { CallOptions } from '../../wise/resources/options.ts';

interface KnownProfile {
  name: string;
  type: string;
  options: CallOptions;
}

/** How Wise is asked about a profile that anybody who may order can order for. @throws AppError not_found */
export async function callFor({ store }: Pick<Runtime, 'store'>, profileId: string): Promise<KnownProfile> {
  const [profile] = await store.db
    .select({ userId: profiles.userId, name: profiles.name, type: profiles.type })
    .from(profiles)
    .where(eq(profiles.id, profileId));
  if (!profile) throw new AppError('not_found');
  const { name, type, userId } = profile;
  return { name, type, options: { userId, priority: 'interactive' } };
}
