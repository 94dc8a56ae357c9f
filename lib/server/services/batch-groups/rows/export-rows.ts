import 'server-only';
import { Readable } from 'node:stream';
import { errors, isErrorCode } from '../../../../catalogues/errors.ts';
import type { BatchGroupPath } from '../../../../contracts/batch-groups.ts';
import type { BatchRow } from '../../../../contracts/batch-rows.ts';
import { fileResponse } from '../../../http/file-response.ts';
import type { Runtime } from '../../../runtime.ts';
import { rowsToCsv } from '../file/rows-to-csv.ts';
import { findGroupOrThrow } from '../read-groups.ts';
import { columnsOfRows } from './export-columns.ts';
import { listBatchRows } from './list-rows.ts';

const statesToMend: readonly BatchRow['state'][] = ['held-back', 'refused'];

/** Rows as a file; those to mend can be mended in it and added again, each in its own place. @throws AppError not_found */
export async function exportBatchRows(
  parts: Pick<Runtime, 'store' | 'vault'>,
  path: BatchGroupPath,
  wanted: 'all' | 'to-mend',
): Promise<Response> {
  const group = await findGroupOrThrow(parts.store.db, path);
  const { items } = await listBatchRows(parts, path, undefined);
  const rows = wanted === 'all' ? items : items.filter(({ state }) => statesToMend.includes(state));
  const wrongs = new Map(rows.map((row) => [row.rowNumber, wrongsOf(row)]));
  const csv = rowsToCsv(columnsOfRows(rows), rows, ({ rowNumber }) => wrongs.get(rowNumber) ?? []);
  return fileResponse(Readable.from([csv]), 'text/csv', `${fileNameOf(group.name)}-${wanted}.csv`);
}

/** Beside the faults what Wise said of it. */
function wrongsOf({ code, faults }: BatchRow): { message: string; mend: string }[] {
  if (code === null || !isErrorCode(code)) return faults;
  const { title, advice } = errors[code];
  return [...faults, { message: title, mend: advice }];
}

/** Of letters and digits that every system takes in the name of a file. */
const fileNameOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^\w]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .toLowerCase() || 'rows';
