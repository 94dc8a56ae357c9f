import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { BatchGroupDetail, BatchGroupPath } from '../../../../contracts/batch-groups.ts';
import type { Operator } from '../../../auth/operator.ts';
import type { Database } from '../../../db/database.ts';
import { batchRows } from '../../../db/schema/batches.ts';
import { AppError } from '../../../http/app-error.ts';
import { batchJob } from '../../../jobs/names.ts';
import type { Runtime } from '../../../runtime.ts';
import { changeBatchGroup, requireStage } from '../change-group.ts';
import { findGroupOrThrow } from '../read-groups.ts';
import { requireTakesRows } from '../rows/change-rows.ts';
import { readCheckFacts } from '../rows/check-group.ts';
import { openRows } from '../rows/recheck.ts';
import { estimateTotal, requireApproved } from './approval.ts';

/**
 * Lets the rows that are ready be sent, and those that Wise refused be tried again; above the line of the rules other people
 * are asked first, and their word starts it.
 * @throws AppError conflict, batch_past_this, batch_nothing_to_send
 */
export async function startBatchRun(
  parts: Runtime,
  operator: Operator,
  path: BatchGroupPath,
  version: number,
  note: (details: Record<string, unknown>) => void,
): Promise<BatchGroupDetail> {
  const { db } = parts.store;
  const seen = await findGroupOrThrow(db, path);
  const { pricing } = await readCheckFacts(parts, seen, []);
  const group = await changeBatchGroup(parts, path, version, async (locked, tx) => {
    requireTakesRows(locked);
    requireStage(locked, 'preparing', 'approving', 'paused', 'settled');
    await tx
      .update(batchRows)
      .set({
        state: 'waiting',
        step: null,
        code: null,
        tries: sql`${batchRows.tries} + 1`,
        changedAt: new Date(),
      })
      .where(and(eq(batchRows.groupId, locked.id), eq(batchRows.state, 'refused')));
    const rows = await openRows(tx, parts.vault, locked.id);
    if (!rows.some(({ row }) => openStates.includes(row.state))) throw new AppError('batch_nothing_to_send');
    const { approvalId, ceiling, mayRun } = await requireApproved(
      parts,
      tx,
      operator,
      locked,
      rows,
      estimateTotal(pricing, rows),
    );
    if (approvalId) note({ approvalId });
    if (!mayRun) return { stage: 'approving', stopCode: null };
    return {
      stage: 'running',
      stopCode: null,
      startedAt: locked.startedAt ?? new Date(),
      startedBy: operator.personId,
      // Below the line nothing is held against an approval.
      ceiling,
      approvalId,
    };
  });
  // It runs every minute anyway.
  await parts.jobs.ask(batchJob).catch(() => undefined);
  return group;
}

const openStates = ['waiting', 'sending', 'asking-wise'];

/** Rows in hand are finished. */
export const pauseBatchRun = (parts: Pick<Runtime, 'store'>, path: BatchGroupPath) =>
  changeBatchGroup(parts, path, undefined, (locked) => {
    requireStage(locked, 'running');
    return { stage: 'paused' };
  });

export async function countRows(db: Database, groupId: string, states: readonly string[]): Promise<number> {
  const [found] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(batchRows)
    .where(and(eq(batchRows.groupId, groupId), inArray(batchRows.state, [...states])));
  return found?.count ?? 0;
}
