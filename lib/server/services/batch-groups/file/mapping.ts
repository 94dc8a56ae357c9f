import 'server-only';
import { createHash } from 'node:crypto';
import {
  type BatchField,
  batchColumns,
  headerKey,
  headersBesideRecipientId,
  headersOfDownload,
  isBatchField,
} from '../../../../catalogues/batch-columns.ts';
import { AppError } from '../../../http/app-error.ts';
import type { BatchFile } from './read-batch-file.ts';

/** Per column of the file, in its order; null = not used. */
export type ColumnMapping = readonly (BatchField | null)[];

interface SuggestedColumn {
  header: string;
  field: BatchField | null;
  /** `certain`: the header says so. `likely`: it may. `none`: nobody knows it, or another column has the field already. */
  sure: 'certain' | 'likely' | 'none';
}

export interface SuggestedMapping {
  columns: SuggestedColumn[];
  /** No person needs to look: each column is known for sure, and an amount and somebody to pay are there. */
  isCertain: boolean;
}

export interface MappedRow {
  /** In the batch, from 1. */
  rowNumber: number;
  /** In the file, from 1. */
  line: number;
  ofRow?: number;
  /** By canonical field. Fields whose cell is empty are left out. */
  cells: Partial<Record<BatchField, string>>;
  /** What stands in columns that are not used, by their place; kept so that a download is whole. */
  unread: Record<number, string>;
}

const bySureHeader = new Map<string, BatchField>();
const byLikelyHeader = new Map<string, BatchField>();
for (const [field, column] of Object.entries(batchColumns)) {
  if (!isBatchField(field)) continue;
  for (const header of column.headers) bySureHeader.set(header, field);
  if ('perhaps' in column) for (const header of column.perhaps) byLikelyHeader.set(header, field);
}
const ownHeaders = new Set<string>(Object.values(headersOfDownload).map(headerKey));

export function suggestMapping(header: readonly string[]): SuggestedMapping {
  const keys = header.map(headerKey);
  const isWiseTemplate = keys.includes('recipientid');
  const columns = header.map((text, at) => ({
    header: text,
    ...suggestColumn(keys[at] ?? '', isWiseTemplate),
  }));
  const settled = settleRepeats(columns);
  const fields = new Set(settled.map(({ field }) => field));
  const hasPayee = fields.has('recipientId') || (fields.has('name') && hasAccount(fields));
  return {
    columns: settled,
    isCertain: settled.every(({ sure }) => sure === 'certain') && fields.has('amount') && hasPayee,
  };
}

function suggestColumn(key: string, isWiseTemplate: boolean): Omit<SuggestedColumn, 'header'> {
  if (ownHeaders.has(key)) return { field: null, sure: 'certain' };
  if (isWiseTemplate && headersBesideRecipientId.includes(key)) return { field: null, sure: 'certain' };
  const sure = bySureHeader.get(key);
  if (sure) return { field: sure, sure: 'certain' };
  const likely = byLikelyHeader.get(key);
  return likely ? { field: likely, sure: 'likely' } : { field: null, sure: 'none' };
}

const hasAccount = (fields: ReadonlySet<BatchField | null>): boolean =>
  fields.has('details.IBAN') || fields.has('details.accountNumber') || fields.has('email');

/** Of several columns for one field the surest has it; of several that are as sure none has, a person chooses. */
function settleRepeats(columns: readonly SuggestedColumn[]): SuggestedColumn[] {
  const rivals = Map.groupBy(columns, ({ field }) => field);
  return columns.map((column) => {
    const all = rivals.get(column.field) ?? [];
    if (column.field === null || all.length === 1) return column;
    const isSurest = column.sure === 'certain' && all.filter(({ sure }) => sure === 'certain').length === 1;
    return isSurest ? column : { ...column, field: null, sure: 'none' };
  });
}

/** @throws AppError validation_failed where two columns are to be one field, or the columns are not the file's */
export function applyMapping(file: Pick<BatchFile, 'header' | 'rows'>, mapping: ColumnMapping): MappedRow[] {
  const fields = mapping.filter((field) => field !== null);
  if (mapping.length !== file.header.length || new Set(fields).size !== fields.length)
    throw new AppError('validation_failed', {
      fields: [{ path: 'body.mapping', message: 'Give each column one field, and each field one column.' }],
    });
  return file.rows.map(({ line, cells, ofRow }, at) => {
    const row: MappedRow = { rowNumber: at + 1, line, cells: {}, unread: {} };
    if (ofRow !== undefined) row.ofRow = ofRow;
    cells.forEach((cell, column) => {
      const field = mapping[column];
      if (cell === '') return;
      if (field) row.cells[field] = cell;
      else row.unread[column] = cell;
    });
    return row;
  });
}

/** The same for the same set of headers in any order, however they are written. */
export const headerSignature = (header: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(header.map(headerKey).sort()))
    .digest('hex');

/** A mapping by header instead of by place, so that it serves files whose columns stand in another order. */
export const rememberMapping = (
  header: readonly string[],
  mapping: ColumnMapping,
): Record<string, BatchField | null> =>
  Object.fromEntries(header.map((text, column) => [headerKey(text), mapping[column] ?? null]));

/** Undefined where the header is not the one that was remembered, or where a name stands over two columns. */
export function recallMapping(
  header: readonly string[],
  remembered: Readonly<Record<string, BatchField | null>>,
): ColumnMapping | undefined {
  const keys = header.map(headerKey);
  const isSame = new Set(keys).size === keys.length && keys.every((key) => Object.hasOwn(remembered, key));
  return isSame ? keys.map((key) => remembered[key] ?? null) : undefined;
}
