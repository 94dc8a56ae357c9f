import 'server-only';
import { eq } from 'drizzle-orm';
import type { ScaState } from '../../contracts/sca.ts';
import { profiles, wiseConnections } from '../db/schema/wise.ts';
import type { Runtime } from '../runtime.ts';

const isBusiness = ({ type }: { type: string }) => type.toUpperCase() === 'BUSINESS';

/**
 * Whose proofs Wise asks for: the company's own Wise user's, or a customer's. Where the installation does not name its own,
 * they are the users who act for a business.
 * @param profileId the profile the request is about, where it names one
 */
export async function findFactorOwner(
  { env, store }: Runtime,
  { profileId, userId }: { profileId: string; userId: string },
): Promise<ScaState['owner']> {
  const held = await store.db
    .select({
      id: profiles.id,
      name: profiles.name,
      type: profiles.type,
      person: wiseConnections.ownerName,
    })
    .from(profiles)
    .innerJoin(wiseConnections, eq(wiseConnections.userId, profiles.userId))
    .where(eq(profiles.userId, userId));
  const asked = held.find(({ id }) => id === profileId) ?? held.find(isBusiness) ?? held[0];
  const isCompany = env.wise.companyUsers?.includes(userId) ?? held.some(isBusiness);
  const name = [asked?.person, asked?.name].filter((one, index, all) => one && all.indexOf(one) === index);
  return { name: name.join(', ') || `Wise user ${userId}`, kind: isCompany ? 'company' : 'customer' };
}
