import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { changeBatchRowsBody } from '../../../../contracts/batch-rows.schema.ts';
import type { BatchGroupDetail, BatchGroupPath } from '../../../../contracts/batch-groups.ts';
import type { BatchRow } from '../../../../contracts/batch-rows.ts';
import type { Operator } from '../../../auth/operator.ts';
import type { Database } from '../../../db/database.ts';
import { batchRows } from '../../../db/schema/batches.ts';
import { AppError } from '../../../http/app-error.ts';
import { batchJob } from '../../../jobs/names.ts';
import type { Runtime } from '../../../runtime.ts';
import { changeBatchGroup, requireStage } from '../change-group.ts';
import { findGroupOrThrow } from '../read-groups.ts';
import type { Group } from '../run/row-outcome.ts';
import { readCheckFacts } from './check-group.ts';
import { afterRowsChanged } from '../run/rows-changed.ts';
import { readRows } from './list-rows.ts';
import { changeableStates, recheckRows, type RowChange } from './recheck.ts';

type Wanted = z.output<typeof changeBatchRowsBody>;

/** @throws AppError not_found, conflict, batch_past_this for a row that was sent */
export async function changeBatchRows(
  parts: Runtime,
  operator: Operator,
  path: BatchGroupPath,
  { rows, version }: Wanted,
): Promise<{ group: BatchGroupDetail; rows: BatchRow[] }> {
  const changes = new Map<number, RowChange>(rows.map(({ rowNumber, ...change }) => [rowNumber, change]));
  const seen = await findGroupOrThrow(parts.store.db, path);
  const cells = rows.flatMap(({ cells: changed }) => (changed ? [changed] : []));
  const facts = await readCheckFacts(parts, seen, cells);
  let changed: number[] = [];
  const group = await changeBatchGroup(parts, path, version, async (locked, tx) => {
    requireTakesRows(locked);
    await requireChangeable(tx, locked, changes);
    changed = await recheckRows(tx, parts.vault, locked, facts, changes);
    return afterRowsChanged(parts, tx, operator, locked, facts.pricing);
  });
  await goOn(parts, group);
  return { group, rows: await readRows(parts, group.id, changed) };
}

/** Rows may be added and mended until the group is closed at Wise. */
export function requireTakesRows(group: Group): void {
  requireStage(group, 'preparing', 'approving', 'running', 'paused', 'settled');
  if (group.wiseStatus !== null && group.wiseStatus !== 'NEW') throw new AppError('batch_past_this');
  if (group.origin === 'wise') throw new AppError('batch_past_this');
}

/** A row that was mended while the others are being sent follows them. */
export async function goOn(parts: Runtime, { status }: BatchGroupDetail): Promise<void> {
  if (status === 'RUNNING') await parts.jobs.ask(batchJob).catch(() => undefined);
}

async function requireChangeable(
  tx: Database,
  group: Group,
  changes: ReadonlyMap<number, RowChange>,
): Promise<void> {
  const rows = await tx
    .select({ rowNumber: batchRows.rowNumber, state: batchRows.state })
    .from(batchRows)
    .where(and(eq(batchRows.groupId, group.id), inArray(batchRows.rowNumber, [...changes.keys()])));
  if (rows.length < changes.size) throw new AppError('not_found');
  if (rows.some(({ state }) => !changeableStates.includes(state))) throw new AppError('batch_past_this');
}
