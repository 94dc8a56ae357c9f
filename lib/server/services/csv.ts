import 'server-only';
import { stringify } from 'csv-stringify';
import { stringify as stringifyAtOnce } from 'csv-stringify/sync';
import { AppError } from '../http/app-error.ts';
import { fileResponse } from '../http/file-response.ts';

export interface CsvColumn<Row> {
  header: string;
  /** ISO; written in the zone asked for, which the header names. */
  isTime?: boolean;
  value(row: Row): string | null | undefined;
}

/**
 * A CSV that is written while its rows are read. Cells that a spreadsheet would run as a formula are made text.
 * @param rowCount told ahead of the file, where it is known
 * @throws AppError validation_failed where there is no such time zone
 */
export function csvResponse<Row>(
  fileName: string,
  columns: readonly CsvColumn<Row>[],
  rows: AsyncIterable<Row>,
  timeZone: string,
  rowCount?: number,
): Response {
  const { head, recordOf } = recordsOf(columns, timeZone);
  const csv = stringify(format);
  async function* records() {
    yield head;
    for await (const row of rows) yield recordOf(row);
  }
  void feed(csv, records());
  return fileResponse(csv, 'text/csv', fileName, rowCount);
}

/** The same for a few rows, as one text. */
export function csvText<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  timeZone: string,
): string {
  const { head, recordOf } = recordsOf(columns, timeZone);
  return stringifyAtOnce([head, ...rows.map(recordOf)], format);
}

const format = { bom: true, escape_formulas: true };

function recordsOf<Row>(columns: readonly CsvColumn<Row>[], timeZone: string) {
  const formatInstant = instantFormatter(timeZone);
  return {
    head: columns.map(({ header, isTime }) => (isTime ? `${header} (${timeZone})` : header)),
    recordOf: (row: Row) =>
      columns.map(({ value, isTime }) => {
        const cell = value(row) ?? '';
        return isTime && cell !== '' ? formatInstant(cell) : cell;
      }),
  };
}

async function feed(csv: ReturnType<typeof stringify>, records: AsyncIterable<string[]>): Promise<void> {
  try {
    for await (const record of records) {
      if (!csv.write(record)) await new Promise((resolve) => csv.once('drain', resolve));
    }
    csv.end();
  } catch (error) {
    csv.destroy(error instanceof Error ? error : new Error('The export broke off'));
  }
}

function instantFormatter(timeZone: string): (iso: string) => string {
  let parts: Intl.DateTimeFormat;
  try {
    parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  } catch (cause) {
    throw new AppError('validation_failed', {
      cause,
      fields: [{ path: 'query.timeZone', message: 'There is no such time zone.' }],
    });
  }
  return (iso) => parts.format(new Date(iso));
}
