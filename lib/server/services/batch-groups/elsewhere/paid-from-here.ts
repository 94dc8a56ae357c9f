import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Database } from '../../../db/database.ts';
import { batchGroups, batchRows } from '../../../db/schema/batches.ts';

/**
 * The recipients of a profile that a payment made here has reached. Wise keeps every recipient that a program ever made: of
 * these alone somebody here has looked at the name and the account.
 */
export async function findPaidFromHere(db: Database, profileId: string): Promise<ReadonlySet<string>> {
  const paid = await db
    .selectDistinct({ recipientId: batchRows.recipientId })
    .from(batchRows)
    .innerJoin(batchGroups, eq(batchGroups.id, batchRows.groupId))
    .where(
      and(
        eq(batchGroups.profileId, profileId),
        eq(batchGroups.origin, 'console'),
        eq(batchRows.transferStatus, 'outgoing_payment_sent'),
      ),
    );
  return new Set(paid.flatMap(({ recipientId }) => recipientId ?? []));
}
