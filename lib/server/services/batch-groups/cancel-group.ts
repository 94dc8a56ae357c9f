import 'server-only';
import { eq, inArray } from 'drizzle-orm';
import { voidApprovals } from '../../approvals/standing.ts';
import type { BatchGroupDetail, BatchGroupPath } from '../../../contracts/batch-groups.ts';
import { batchGroups, batchRows } from '../../db/schema/batches.ts';
import { AppError } from '../../http/app-error.ts';
import { fundingJob } from '../../jobs/names.ts';
import type { Runtime } from '../../runtime.ts';
import { WiseError } from '../../wise/errors.ts';
import { changeBatchGroup, setGroup } from './change-group.ts';
import { conversionOf } from './funding/conversion-content.ts';
import { findStandingFunding } from './funding/funding-row.ts';
import { findProfileUserOrThrow } from '../profile-user.ts';
import { readBatchGroup } from './read-detail.ts';
import { findGroupOrThrow } from './read-groups.ts';
import { letGoOfReturned } from './returned/sent-again.ts';
import { factsOf, readAtWise } from './run/group-at-wise.ts';
import { resourceOf } from './run/start-approved.ts';

/** Wise: cancelling takes a while and goes through these. */
const cancelling = ['MARKED_FOR_CANCELLATION', 'PROCESSING_CANCEL'];

/**
 * Cancels all transfers of a group that nobody has begun to fund.
 * @throws AppError batch_name_not_typed, batch_funding_stands, batch_past_this, batch_changed_at_wise, outcome_unknown
 */
export async function cancelBatchGroup(
  parts: Runtime,
  path: BatchGroupPath,
  typed: string,
): Promise<BatchGroupDetail> {
  const { db } = parts.store;
  const group = await findGroupOrThrow(db, path);
  if (typed !== group.name) throw new AppError('batch_name_not_typed');
  if (await findStandingFunding(db, group.id)) throw new AppError('batch_funding_stands');
  // Without a funding here it was paid elsewhere.
  if (['CONFIRMING', 'FUNDED'].includes((await readBatchGroup(parts, path)).status))
    throw new AppError('batch_funding_stands');
  const { wiseGroup } = await readAtWise(parts, group, 'interactive');
  if (wiseGroup.status === 'CANCELLED' || cancelling.includes(wiseGroup.status))
    return readBatchGroup(parts, path);
  // Rows that wait are not sent any more; what is being sent this moment changes the version, and Wise refuses.
  if (group.stage === 'running') await changeBatchGroup(parts, path, undefined, () => ({ stage: 'paused' }));
  try {
    const cancelled = await parts.wise.batchGroups.setBatchGroupStatus(
      { userId: await findProfileUserOrThrow(db, group.profileId), priority: 'interactive' },
      group.profileId,
      wiseGroup.id,
      { status: 'CANCELLED', version: wiseGroup.version },
    );
    await db.transaction(async (tx) => {
      for (const resource of [resourceOf(group.id), conversionOf(group.id)])
        await voidApprovals(parts, tx, resource, 'The group was cancelled.');
      await setGroup(tx, group.id, factsOf(cancelled));
    });
  } catch (error) {
    if (error instanceof WiseError && error.kind === 'refused')
      throw new AppError('batch_changed_at_wise', { cause: error });
    throw error;
  } finally {
    await parts.jobs.ask(fundingJob).catch(() => undefined);
  }
  return readBatchGroup(parts, path);
}

/** @returns how many are on their way to CANCELLED yet */
export async function followCancelling(parts: Runtime): Promise<number> {
  const { db } = parts.store;
  const groups = await db.select().from(batchGroups).where(inArray(batchGroups.wiseStatus, cancelling));
  let left = 0;
  for (const group of groups) {
    const told = await readAtWise(parts, group, 'background').catch(() => undefined);
    if (told?.wiseGroup.status !== 'CANCELLED') left += 1;
    else
      await db.transaction(async (tx) => {
        await tx
          .update(batchRows)
          .set({ transferStatus: 'cancelled', transferReadAt: new Date(), changedAt: new Date() })
          .where(eq(batchRows.groupId, group.id));
        await letGoOfReturned(tx, group.id, 'all');
      });
  }
  return left;
}
