import 'server-only';
import { fileResponse } from '../http/file-response.ts';

export interface CsvColumn<Row> {
  header: string;
  /** ISO; written in the zone asked for, which the header names. */
  isTime?: boolean;
  value(row: Row): string | null | undefined;
}

/**
 * A CSV that is written while its rows are read, a page of them at a time. Cells that a spreadsheet would run as a formula are made text.
 * @param rowCount told ahead of the file, where it is known
 */
export function csvResponse<Row>(
  fileName: string,
  columns: readonly CsvColumn<Row>[],
  pages: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
  timeZone: string,
  rowCount?: number,
): Response {
  const { head, textOf } = writerOf(columns, timeZone);
  async function* pieces() {
    yield head;
    for await (const rows of pages) if (rows.length > 0) yield textOf(rows);
  }
  return fileResponse(pieces(), 'text/csv', fileName, rowCount);
}

/** The same for a few rows, as one text. */
export function csvText<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  timeZone: string,
): string {
  const { head, textOf } = writerOf(columns, timeZone);
  return head + textOf(rows);
}

const byteOrderMark = '\uFEFF';

/** A general writer takes longer than reading the row. */
const lineOf = (cells: readonly string[]): string => `${cells.map(quote).join(',')}\n`;
const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const special = /[",\r\n]/;
/** Most cells are plain: one look tells. */
const plain = /^(?:[0-9A-Za-z][0-9A-Za-z .:\-_]*)?$/;

function quote(cell: string): string {
  if (plain.test(cell)) return cell;
  const text = formula.test(cell) ? `'${cell}` : cell;
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function writerOf<Row>(columns: readonly CsvColumn<Row>[], timeZone: string) {
  const formatInstant = instantFormatter(timeZone);
  const cellsOf = (row: Row) =>
    columns.map(({ value, isTime }) => {
      const cell = value(row) ?? '';
      return isTime && cell !== '' ? formatInstant(cell) : cell;
    });
  return {
    head:
      byteOrderMark +
      lineOf(columns.map(({ header, isTime }) => (isTime ? `${header} (${timeZone})` : header))),
    textOf: (rows: readonly Row[]) => rows.map((row) => lineOf(cellsOf(row))).join(''),
  };
}

const dayMs = 86_400_000;
const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function instantFormatter(timeZone: string): (iso: string) => string {
  const clock = clockOf(timeZone);
  const shiftAt = (at: number) => Date.parse(`${clock.format(at).replace(' ', 'T')}Z`) - at;
  /** How far the zone is from UTC on each day; undefined on a day on which its clocks are changed. */
  const shifts = new Map<number, number | undefined>();
  const shiftOn = (day: number) => {
    if (!shifts.has(day)) {
      const shift = shiftAt(day * dayMs);
      shifts.set(day, shift === shiftAt((day + 1) * dayMs) ? shift : undefined);
    }
    return shifts.get(day);
  };
  return (iso) => {
    const at = Date.parse(iso);
    const shift = shiftOn(Math.floor(at / dayMs));
    if (shift === undefined) return clock.format(at);
    const local = shift === 0 && utc.test(iso) ? iso : new Date(at + shift).toISOString();
    return `${local.slice(0, 10)} ${local.slice(11, 19)}`;
  };
}

const clockOf = (timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
