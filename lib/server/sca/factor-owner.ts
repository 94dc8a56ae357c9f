import 'server-only';
import { eq } from 'drizzle-orm';
import type { ScaState } from '../../contracts/sca.ts';
import { profiles } from '../db/schema/wise.ts';
import type { Runtime } from '../runtime.ts';

/**
 * Whose proofs Wise asks for: the company's own Wise user's, or a customer's. Where the installation does not name its own,
 * they are the users who act for a business.
 */
export async function findFactorOwner({ env, store }: Runtime, userId: string): Promise<ScaState['owner']> {
  const held = await store.db
    .select({ name: profiles.name, type: profiles.type })
    .from(profiles)
    .where(eq(profiles.userId, userId));
  const business = held.find(({ type }) => type.toUpperCase() === 'BUSINESS');
  const isCompany = env.wise.companyUsers?.includes(userId) ?? business !== undefined;
  const { name } = business ?? held[0] ?? { name: `Wise user ${userId}` };
  return { name, kind: isCompany ? 'company' : 'customer' };
}
