import 'server-only';
import { eq } from 'drizzle-orm';
import { profiles } from '../db/schema/wise.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import type { WaitingRequest } from './waiting-requests.ts';

/** Wise keeps PIN and devices under a profile of the user: the one the request is about, else any of theirs. */
export async function profileForFactors({ store }: Runtime, waiting: WaitingRequest): Promise<string> {
  const held = await store.db
    .select({ id: profiles.id })
    .from(profiles)
    .where(eq(profiles.userId, waiting.userId));
  const profile = held.find(({ id }) => id === waiting.profileId) ?? held[0];
  if (!profile) throw new AppError('sca_proof_not_offered');
  return profile.id;
}
