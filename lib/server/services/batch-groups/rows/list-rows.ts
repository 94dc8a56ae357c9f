import 'server-only';
import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import type { BatchGroupPath } from '../../../../contracts/batch-groups.ts';
import type { BatchRow } from '../../../../contracts/batch-rows.ts';
import { batchRows } from '../../../db/schema/batches.ts';
import type { Runtime } from '../../../runtime.ts';
import { findGroupOrThrow } from '../read-groups.ts';
import { openContent } from './content.ts';
import { readSentAgain } from '../returned/sent-again.ts';
import { toBatchRow } from './to-batch-row.ts';

/** A change that was being stored while the rows were read before may bear an earlier time. */
const overlapMs = 5000;

/** @param since only what changed from then on */
export async function listBatchRows(
  { store: { db }, vault }: Pick<Runtime, 'store' | 'vault'>,
  path: BatchGroupPath,
  since: string | undefined,
): Promise<{ items: BatchRow[]; total: number; version: number; asOf: string }> {
  const asOf = new Date();
  const group = await findGroupOrThrow(db, path);
  const rows = await db
    .select()
    .from(batchRows)
    .where(
      and(
        eq(batchRows.groupId, group.id),
        since ? gt(batchRows.changedAt, new Date(Date.parse(since) - overlapMs)) : undefined,
      ),
    )
    .orderBy(batchRows.rowNumber);
  const sentAgain = await readSentAgain(db, group.id);
  const [counted] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(batchRows)
    .where(eq(batchRows.groupId, group.id));
  return {
    items: rows.map((row) =>
      toBatchRow({ row, content: openContent(vault, row) }, sentAgain.get(row.rowNumber)),
    ),
    total: counted?.total ?? 0,
    version: group.version,
    asOf: asOf.toISOString(),
  };
}

export async function readRows(
  { store: { db }, vault }: Pick<Runtime, 'store' | 'vault'>,
  groupId: string,
  rowNumbers: readonly number[],
): Promise<BatchRow[]> {
  if (rowNumbers.length === 0) return [];
  const rows = await db
    .select()
    .from(batchRows)
    .where(and(eq(batchRows.groupId, groupId), inArray(batchRows.rowNumber, [...rowNumbers])))
    .orderBy(batchRows.rowNumber);
  const sentAgain = await readSentAgain(db, groupId);
  return rows.map((row) =>
    toBatchRow({ row, content: openContent(vault, row) }, sentAgain.get(row.rowNumber)),
  );
}
