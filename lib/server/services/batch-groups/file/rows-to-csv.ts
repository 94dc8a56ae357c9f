import 'server-only';
import { stringify } from 'csv-stringify/sync';
import { headersOfDownload } from '../../../../catalogues/batch-columns.ts';
import type { RowFault } from './faults.ts';
import { escapeApostrophe } from './formulas.ts';
import type { ColumnMapping, MappedRow } from './mapping.ts';
import type { BatchDelimiter } from './read-batch-file.ts';

type Words = Pick<RowFault, 'message' | 'mend'>;

interface BatchTable {
  header: readonly string[];
  mapping: ColumnMapping;
  /** The one the file came with: spreadsheets open the one they write. */
  delimiter?: BatchDelimiter;
}

interface RowToWrite extends Pick<MappedRow, 'rowNumber' | 'cells'> {
  /** What stands in columns that are not used, where it was kept. */
  unread?: Readonly<Record<number, string>>;
}

/**
 * Rows as a file that can be mended and taken again: under the headers they came with, in their order, and in two
 * columns more which row it is and what to mend. Formulas are made text, which reading undoes.
 */
export function rowsToCsv(
  { header, mapping, delimiter = ',' }: BatchTable,
  rows: readonly RowToWrite[],
  faultsOf: (row: RowToWrite) => readonly Words[],
): string {
  const toCell = ({ cells, unread }: RowToWrite, column: number): string => {
    const field = mapping[column];
    return (field ? cells[field] : unread?.[column]) ?? '';
  };
  const records = rows.map((row) => [
    ...header.map((_, column) => escapeApostrophe(toCell(row, column))),
    String(row.rowNumber),
    faultsOf(row).map(toSentence).join(' '),
  ]);
  return stringify(
    [[...header.map(escapeApostrophe), headersOfDownload.row, headersOfDownload.whatToMend], ...records],
    {
      bom: true,
      delimiter,
      escape_formulas: true,
      // A single column of empty cells would be blank lines, which reading leaves out.
      quoted_empty: true,
    },
  );
}

const toSentence = ({ message, mend }: Words): string =>
  `${message.replace(/[.?]?$/, (end) => end || '.')} ${mend}`;
