import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, ne } from 'drizzle-orm';
import type { z } from 'zod';
import type { createBatchGroupBody } from '../../../contracts/batch-groups.schema.ts';
import type { BatchGroupDetail } from '../../../contracts/batch-groups.ts';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { batchGroups } from '../../db/schema/batches.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { AppError } from '../../http/app-error.ts';
import { elsewhereJob } from '../../jobs/names.ts';
import type { Runtime } from '../../runtime.ts';
import type { WiseBatchGroup } from '../../wise/resources/batch-groups.ts';
import { findProfileUserOrThrow } from '../profile-user.ts';
import { plain } from '../search-text.ts';
import { readBatchGroup } from './read-detail.ts';
import { factsOf } from './run/group-at-wise.ts';

type Wanted = z.output<typeof createBatchGroupBody>;

/**
 * Puts a group into the register: a new one, of which Wise hears nothing yet, or one that was made elsewhere.
 * @throws AppError not_found, batch_name_repeated, batch_known_already
 */
export async function makeBatchGroup(
  parts: Runtime,
  { personId }: Operator,
  wanted: Wanted,
  note: (details: Record<string, unknown>) => void,
): Promise<BatchGroupDetail> {
  const { db } = parts.store;
  const { profileId } = wanted;
  const userId = await findProfileUserOrThrow(db, profileId);
  const common = { id: randomUUID(), profileId, ownerId: personId };
  note({ batchGroupId: common.id });
  if ('wiseId' in wanted) {
    const group = await parts.wise.batchGroups.getBatchGroup(
      { userId, priority: 'interactive' },
      profileId,
      wanted.wiseId,
    );
    await add(db, { ...common, origin: 'wise', stage: 'settled', ...ofWise(group) });
    // It runs every minute anyway.
    await parts.jobs.ask(elsewhereJob).catch(() => undefined);
  } else {
    const { name, sameName = false, sourceCurrency } = wanted;
    if (!sameName) await requireFreshName(db, profileId, name);
    await add(db, { ...common, name, searchText: plain(name), sourceCurrency });
  }
  return readBatchGroup(parts, { profileId, batchGroupId: common.id });
}

/** What Wise says of a group, for the register. */
const ofWise = (group: WiseBatchGroup) => ({
  ...factsOf(group),
  name: group.name,
  searchText: plain(group.name),
  sourceCurrency: group.sourceCurrency,
});

/** Wise tells groups apart by their id, people by their name. @throws AppError batch_name_repeated */
export async function requireFreshName(db: Database, profileId: string, name: string): Promise<void> {
  const [same] = await db
    .select({ id: batchGroups.id })
    .from(batchGroups)
    .where(
      and(
        eq(batchGroups.profileId, profileId),
        eq(batchGroups.searchText, plain(name)),
        ne(batchGroups.stage, 'discarded'),
      ),
    )
    .limit(1);
  if (same) throw new AppError('batch_name_repeated');
}

async function add(db: Database, row: typeof batchGroups.$inferInsert): Promise<void> {
  await db.transaction(async (tx) => {
    const [added] = await tx
      .insert(batchGroups)
      .values(row)
      .onConflictDoNothing({ target: batchGroups.wiseId })
      .returning({ id: batchGroups.id });
    if (!added) throw new AppError('batch_known_already');
    await publishEvent(tx, { type: 'batch.changed', batchGroupId: row.id });
  });
}
