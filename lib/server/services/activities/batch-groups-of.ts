import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { can, type Holder } from '../../../catalogues/console-permissions.ts';
import type { Database } from '../../db/database.ts';
import { batchGroups } from '../../db/schema/batches.ts';
import type { WiseActivity } from '../../wise/resources/activities.ts';

const uuid = z.uuid();

/** Wise does not document what the id of a batch is; where it is a group's it is taken for one. */
export function batchIdOf({ resource }: Pick<WiseActivity, 'resource'>): string | undefined {
  if (resource?.type !== 'BATCH_TRANSFER') return undefined;
  return uuid.safeParse(resource.id).data?.toLowerCase();
}

/** Groups of the register that these activities are about: the console's id by Wise's. */
export async function findBatchGroups(
  db: Database,
  reader: Holder,
  profileId: string,
  activities: readonly WiseActivity[],
): Promise<ReadonlyMap<string, string>> {
  const wiseIds = activities.flatMap((activity) => batchIdOf(activity) ?? []);
  if (wiseIds.length === 0 || !can(reader, 'batch-groups.read')) return new Map();
  const found = await db
    .select({ id: batchGroups.id, wiseId: batchGroups.wiseId })
    .from(batchGroups)
    .where(and(eq(batchGroups.profileId, profileId), inArray(batchGroups.wiseId, wiseIds)));
  return new Map(found.flatMap(({ id, wiseId }) => (wiseId === null ? [] : [[wiseId, id] as const])));
}
