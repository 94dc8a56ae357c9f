import 'server-only';
import { eq } from 'drizzle-orm';
import type { Database } from '../../../db/database.ts';
import { batchGroups } from '../../../db/schema/batches.ts';
import { profiles } from '../../../db/schema/wise.ts';
import type { WiseError } from '../../../wise/errors.ts';

/**
 * Approvals that were set up on wise.com block transfers over the API. Wise has no call that tells it before a payment is tried,
 * so what the last try met is kept with the profile; only the sentence of the refusal tells.
 */
export const needsApprovalAtWise = ({ codes }: WiseError): boolean =>
  codes.some(({ message }) => message?.includes('missing approval'));

export async function noteBlocked(tx: Database, groupId: string): Promise<void> {
  const [group] = await tx
    .select({ profileId: batchGroups.profileId })
    .from(batchGroups)
    .where(eq(batchGroups.id, groupId));
  if (group) await noteTransfersBlocked(tx, group.profileId, new Date());
}

/** @param since null: Wise took a transfer */
export async function noteTransfersBlocked(
  db: Database,
  profileId: string,
  since: Date | null,
): Promise<void> {
  await db.update(profiles).set({ transfersBlockedAt: since }).where(eq(profiles.id, profileId));
}
