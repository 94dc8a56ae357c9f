import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { BatchGroupDetail, BatchGroupPath } from '../../../contracts/batch-groups.ts';
import type { Database } from '../../db/database.ts';
import { batchGroups } from '../../db/schema/batches.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { plain } from '../search-text.ts';
import { readBatchGroup } from './read-detail.ts';
import { findGroupOrThrow } from './read-groups.ts';
import { letGoOfReturned } from './returned/sent-again.ts';

type Group = typeof batchGroups.$inferSelect;
type Change = Partial<typeof batchGroups.$inferInsert>;

/**
 * Changes a group under its lock, as one person saw it.
 * @param version as it was seen; undefined where it does not matter
 * @param decide looks at the group as it is now and says what to set; throws what it means to refuse
 * @throws AppError not_found; conflict when it changed since
 */
export async function changeBatchGroup(
  parts: Pick<Runtime, 'store'>,
  path: BatchGroupPath,
  version: number | undefined,
  decide: (group: Group, tx: Database) => Change | Promise<Change>,
): Promise<BatchGroupDetail> {
  await parts.store.db.transaction(async (tx) => {
    const group = await findGroupOrThrow(tx, path, 'update');
    if (version !== undefined && group.version !== version) throw new AppError('conflict');
    await setGroup(tx, group.id, await decide(group, tx));
  });
  return readBatchGroup(parts, path);
}

/** Sets what changed and tells open pages. */
export async function setGroup(tx: Database, groupId: string, change: Change): Promise<void> {
  await tx
    .update(batchGroups)
    .set({ ...change, version: sql`${batchGroups.version} + 1`, changedAt: new Date() })
    .where(eq(batchGroups.id, groupId));
  await publishEvent(tx, { type: 'batch.changed', batchGroupId: groupId });
}

export function requireStage({ stage }: Group, ...allowed: readonly string[]): void {
  if (!allowed.includes(stage)) throw new AppError('batch_past_this');
}

export const renameBatchGroup = (
  parts: Pick<Runtime, 'store'>,
  path: BatchGroupPath,
  { name, version }: { name: string; version: number },
) =>
  changeBatchGroup(parts, path, version, (group) => {
    // Wise knows no new name for a group that is there.
    requireStage(group, 'preparing');
    return { name, searchText: plain(name) };
  });

/** Nothing of it was at Wise, so nothing has to be cancelled there. */
export const discardBatchGroup = (parts: Pick<Runtime, 'store'>, path: BatchGroupPath, version: number) =>
  changeBatchGroup(parts, path, version, async (group, tx) => {
    requireStage(group, 'preparing', 'approving');
    await letGoOfReturned(tx, group.id, 'all');
    return { stage: 'discarded' };
  });
