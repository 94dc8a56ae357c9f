import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { batchFileLimits, isBatchField } from '../../../../catalogues/batch-columns.ts';
import type { addBatchRowsBody } from '../../../../contracts/batch-rows.schema.ts';
import type { BatchGroupPath } from '../../../../contracts/batch-groups.ts';
import type { AddedBatchRows } from '../../../../contracts/batch-rows.ts';
import type { Operator } from '../../../auth/operator.ts';
import type { Database } from '../../../db/database.ts';
import { batchMappings, batchRows } from '../../../db/schema/batches.ts';
import { AppError } from '../../../http/app-error.ts';
import type { Runtime } from '../../../runtime.ts';
import { changeBatchGroup } from '../change-group.ts';
import {
  applyMapping,
  type ColumnMapping,
  headerSignature,
  type MappedRow,
  recallMapping,
  rememberMapping,
  suggestMapping,
} from '../file/mapping.ts';
import { type BatchFile, readBatchFile } from '../file/read-batch-file.ts';
import { findGroupOrThrow } from '../read-groups.ts';
import type { Group } from '../run/row-outcome.ts';
import { afterRowsChanged } from '../run/rows-changed.ts';
import { goOn, requireTakesRows } from './change-rows.ts';
import { readCheckFacts } from './check-group.ts';
import { type AddedRow, changeableStates, recheckRows, type RowChange } from './recheck.ts';

type Wanted = z.output<typeof addBatchRowsBody>;
const shownSamples = 3;
const mappingSchema = z.record(z.string(), z.string().nullable());

/**
 * Takes a file's rows into the group and checks all of them; nothing is sent. A row that was downloaded to be mended takes
 * its own place again.
 * @throws AppError batch_file_…, conflict, batch_past_this
 */
export async function addBatchRows(
  parts: Runtime,
  operator: Operator,
  path: BatchGroupPath,
  wanted: Wanted,
  note: (details: Record<string, unknown>) => void,
): Promise<AddedBatchRows> {
  const { db } = parts.store;
  const seen = await findGroupOrThrow(db, path);
  requireTakesRows(seen);
  const file = readBatchFile(Buffer.from(wanted.content, 'base64'));
  const mapping = wanted.mapping ? parseMapping(wanted.mapping) : await findMapping(db, file);
  if (!mapping) return askForMapping(file);
  const rows = applyMapping(file, mapping);
  if (wanted.mapping) await keepMapping(db, operator.personId, file, mapping);
  note({ rows: rows.length });
  const facts = await readCheckFacts(
    parts,
    seen,
    rows.map(({ cells }) => cells),
  );
  const group = await changeBatchGroup(parts, path, wanted.version, async (locked, tx) => {
    requireTakesRows(locked);
    if (wanted.replaces) await throwAway(tx, locked);
    const { added, changes } = await place(tx, locked, rows);
    await recheckRows(tx, parts.vault, locked, facts, changes, added);
    return afterRowsChanged(parts, tx, operator, locked, facts.pricing);
  });
  await goOn(parts, group);
  return { kind: 'added', rows: rows.length, group };
}

function parseMapping(mapping: readonly (string | null)[]): ColumnMapping {
  return mapping.map((field) => {
    if (field === null || isBatchField(field)) return field;
    throw new AppError('validation_failed', {
      fields: [{ path: 'body.mapping', message: 'There is no such field.' }],
    });
  });
}

async function findMapping(db: Database, { header }: BatchFile): Promise<ColumnMapping | undefined> {
  const suggested = suggestMapping(header);
  if (suggested.isCertain) return suggested.columns.map(({ field }) => field);
  const [kept] = await db
    .select({ fields: batchMappings.fields })
    .from(batchMappings)
    .where(eq(batchMappings.signature, headerSignature(header)));
  if (!kept) return undefined;
  const fields = Object.entries(mappingSchema.parse(JSON.parse(kept.fields)));
  return recallMapping(
    header,
    Object.fromEntries(
      fields.map(([key, field]) => [key, field !== null && isBatchField(field) ? field : null]),
    ),
  );
}

const askForMapping = ({ header, rows }: BatchFile): AddedBatchRows => ({
  kind: 'needs-mapping',
  header,
  samples: rows.slice(0, shownSamples).map(({ cells }) => cells),
  suggestion: suggestMapping(header).columns.map(({ field }) => field),
});

async function keepMapping(
  db: Database,
  personId: string,
  { header }: BatchFile,
  mapping: ColumnMapping,
): Promise<void> {
  const kept = { fields: JSON.stringify(rememberMapping(header, mapping)), personId, usedAt: new Date() };
  await db
    .insert(batchMappings)
    .values({ signature: headerSignature(header), ...kept })
    .onConflictDoUpdate({ target: batchMappings.signature, set: kept });
}

/** Rows that were sent stay: they are in the group at Wise. */
async function throwAway(tx: Database, { id }: Group): Promise<void> {
  await tx
    .delete(batchRows)
    .where(and(eq(batchRows.groupId, id), inArray(batchRows.state, changeableStates)));
}

/** Gives new rows a number and mended ones their own again. */
async function place(
  tx: Database,
  { id }: Group,
  rows: readonly MappedRow[],
): Promise<{ added: AddedRow[]; changes: Map<number, RowChange> }> {
  const there = await tx
    .select({ rowNumber: batchRows.rowNumber, state: batchRows.state })
    .from(batchRows)
    .where(eq(batchRows.groupId, id));
  const stateOf = new Map(there.map(({ rowNumber, state }) => [rowNumber, state]));
  const changes = new Map<number, RowChange>();
  const fresh: Record<string, string>[] = [];
  for (const { cells: read, ofRow } of rows) {
    const cells = Object.fromEntries(Object.entries(read).map(([field, cell]) => [field, cell ?? '']));
    const state = ofRow === undefined ? undefined : stateOf.get(ofRow);
    if (ofRow === undefined || state === undefined) fresh.push(cells);
    else if (!changeableStates.includes(state)) throw new AppError('batch_past_this');
    else changes.set(ofRow, { cells, leaveOut: false });
  }
  if (there.length + fresh.length > batchFileLimits.rows)
    throw new AppError('batch_file_too_many_rows', {
      detail: `A group takes ${batchFileLimits.rows} rows. It has ${there.length}, and ${fresh.length} more were to be added. Nothing was added.`,
    });
  const last = Math.max(0, ...stateOf.keys());
  return { added: fresh.map((cells, index) => ({ rowNumber: last + 1 + index, cells })), changes };
}
