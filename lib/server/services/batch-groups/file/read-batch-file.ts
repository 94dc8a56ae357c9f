import 'server-only';
import { CsvError, parse } from 'csv-parse/sync';
import { batchFileLimits, headersOfDownload } from '../../../../catalogues/batch-columns.ts';
import { AppError } from '../../../http/app-error.ts';
import { type BatchEncoding, decodeBatchFile } from './decode.ts';
import { undoFormulaEscape } from './formulas.ts';
import { lineOfBrokenQuote } from './broken-quote.ts';

const delimiters = [',', ';', '\t'] as const;
export type BatchDelimiter = (typeof delimiters)[number];

export interface BatchFileRow {
  /** Of the file, from 1; where the row begins. */
  line: number;
  /** As many as the header has, as they stand in the file. */
  cells: string[];
  /** Which row of a batch this one mends, in a file that was downloaded from here. */
  ofRow?: number;
}

export interface BatchFile {
  encoding: BatchEncoding;
  delimiter: BatchDelimiter;
  header: string[];
  rows: BatchFileRow[];
}

interface Line {
  line: number;
  cells: string[];
}

/**
 * Reads a CSV file, or what was pasted, into its header and rows. Blank lines are left out; formulas stay text.
 * @throws AppError of `batch_file_…`, its detail naming the line
 */
export function readBatchFile(bytes: Uint8Array): BatchFile {
  if (bytes.byteLength > batchFileLimits.bytes)
    throw new AppError('batch_file_too_large', {
      detail: `It has ${formatMegabytes(bytes.byteLength)} MB and the console reads up to ${formatMegabytes(batchFileLimits.bytes)} MB. Nothing of it was taken.`,
    });
  const { encoding, text: raw } = decodeBatchFile(bytes);
  const text = raw.replace(/\r\n?/g, '\n');
  if (text.trim() === '') throw new AppError('batch_file_empty');
  const { delimiter, skip } = findDelimiter(text);
  const [first, ...rest] = parseLines(text, delimiter, skip);
  if (!first) throw new AppError('batch_file_empty');
  const header = readHeader(first.cells);
  if (rest.length === 0) throw new AppError('batch_file_no_payments');
  return {
    encoding,
    delimiter,
    ...withoutOwnColumns(
      header,
      rest.map((row) => fit(row, header.length)),
    ),
  };
}

const formatMegabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '');

/** Found from the header line. Excel may say it in a line of its own, `sep=;`, which is skipped. */
function findDelimiter(text: string): { delimiter: BatchDelimiter; skip: number } {
  const { 0: line, index } = /^.*\S.*$/m.exec(text) ?? { 0: '', index: 0 };
  const said = delimiters.find((delimiter) => line.toLowerCase() === `sep=${delimiter}`);
  if (said) return { delimiter: said, skip: text.slice(0, index).split('\n').length };
  const outside = line.replace(/"[^"]*"?/g, '');
  const counts = delimiters.map((delimiter) => outside.split(delimiter).length);
  return { delimiter: delimiters[counts.indexOf(Math.max(...counts))] ?? ',', skip: 0 };
}

function parseLines(text: string, delimiter: BatchDelimiter, skip: number): Line[] {
  const lines: Line[] = [];
  let count = 0;
  try {
    parse(text, {
      delimiter,
      from_line: skip + 1,
      record_delimiter: '\n',
      relax_column_count: true,
      on_record(cells: string[], { lines: end }) {
        if (cells.every((cell) => cell.trim() === '')) return null;
        count++;
        // The count goes on to the end, so that a person hears how many there are.
        if (count <= batchFileLimits.rows + 1) lines.push({ line: end - countBreaks(cells), cells });
        return null;
      },
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new AppError('batch_file_quotes_broken', {
      cause,
      detail: `The quotation mark that begins a cell in line ${formatCount(lineOfBrokenQuote(text, delimiter) ?? 1)} has no proper end, or one stands inside a cell without marks around it.`,
    });
  }
  if (count > batchFileLimits.rows + 1)
    throw new AppError('batch_file_too_many_rows', {
      detail: `The file has ${formatCount(count - 1)} payments and a batch group takes ${formatCount(batchFileLimits.rows)}. Nothing of it was taken.`,
    });
  return lines;
}

const countBreaks = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);

const formatCount = (count: number): string => count.toLocaleString('en-GB');

function readHeader(cells: readonly string[]): string[] {
  const header = cells.map((cell) => undoFormulaEscape(cell.trim()));
  while (header.at(-1) === '') header.pop();
  if (header.length > batchFileLimits.columns)
    throw new AppError('batch_file_too_many_columns', {
      detail: `The header has ${formatCount(header.length)} columns and the console reads up to ${batchFileLimits.columns}. Nothing of it was taken.`,
    });
  if (header.some((cell) => cell.length > batchFileLimits.headerCharacters || looksLikeValue(cell)))
    throw new AppError('batch_file_no_header');
  return header;
}

/** An amount, an e-mail address or an IBAN: no column is called so. */
const looksLikeValue = (cell: string): boolean =>
  /^\d[\d.,' ]*$/.test(cell) || /^\S+@\S+\.\S+$/.test(cell) || /^[A-Z]{2}\d{2}[A-Z\d ]{11,}$/.test(cell);

/** Cells beyond the header may be there if they are empty. */
function fit({ line, cells }: Line, width: number): BatchFileRow {
  if (cells.length < width || cells.slice(width).some((cell) => cell.trim() !== ''))
    throw new AppError('batch_file_ragged', {
      detail: `Line ${formatCount(line)} has ${cells.length} cells and the header has ${width}, so a value could land in the wrong column.`,
    });
  return { line, cells: cells.slice(0, width).map(undoFormulaEscape) };
}

/** In a file that was downloaded from here two columns are the console's own. */
function withoutOwnColumns(header: string[], rows: BatchFileRow[]): Pick<BatchFile, 'header' | 'rows'> {
  const row = header.indexOf(headersOfDownload.row);
  const mend = header.indexOf(headersOfDownload.whatToMend);
  if (row === -1 || mend === -1) return { header, rows };
  const isKept = (_: string, column: number) => column !== row && column !== mend;
  return {
    header: header.filter(isKept),
    rows: rows.map(({ line, cells }) => {
      const ofRow = Number(cells[row]);
      const isRow = Number.isInteger(ofRow) && ofRow > 0;
      return { line, cells: cells.filter(isKept), ...(isRow ? { ofRow } : {}) };
    }),
  };
}
