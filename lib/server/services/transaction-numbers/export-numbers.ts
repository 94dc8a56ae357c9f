import 'server-only';
import type { z } from 'zod';
import type { NumbersTableName } from '../../../catalogues/numbers-tables.ts';
import type { Holder } from '../../../catalogues/console-permissions.ts';
import type { numbersExportQuery } from '../../../contracts/transaction-numbers.schema.ts';
import type { NumbersRow, TransactionNumbers } from '../../../contracts/transaction-numbers.ts';
import { declinesIn, formatRate, rateOf } from '../../../format/approval-rate.ts';
import type { Runtime } from '../../runtime.ts';
import { type CsvColumn, csvResponse } from '../csv.ts';
import { readNumbers } from './read-numbers.ts';

interface Table {
  heads: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}

/** One table of the numbers as `reader` may know them, in the shown order. @throws AppError validation_failed */
export async function exportNumbers(
  parts: Pick<Runtime, 'store'>,
  reader: Holder,
  { reason, table, ...asked }: z.output<typeof numbersExportQuery>,
  note: (details: Record<string, unknown>) => void,
): Promise<Response> {
  const { heads, rows } = tabulate(await readNumbers(parts, reader, asked), table, asked.timeZone);
  note({ reason, table, rows: rows.length, filter: asked });
  const columns = heads.map(
    (header, place): CsvColumn<Table['rows'][number]> => ({ header, value: (row) => row[place]?.toString() }),
  );
  return csvResponse(`${table}-${asked.from}-to-${asked.until}.csv`, columns, [rows], asked.timeZone);
}

function tabulate(numbers: TransactionNumbers, table: NumbersTableName, timeZone: string): Table {
  if (table === 'days') return tabulateDays(numbers, timeZone);
  if (table === 'hours') return tabulateHours(numbers, timeZone);
  if (table === 'programmes') return tabulateProgrammes(numbers);
  return tabulateDeclines(numbers[table], numbers.isBeforeKept);
}

const tabulateDays = ({ days }: TransactionNumbers, timeZone: string): Table => ({
  heads: [`Day (${timeZone})`, 'Declined', 'Second try', 'Approved', 'Approval rate'],
  rows: days
    .toReversed()
    .map((one) => [one.day, one.declined, one.secondTry, one.approved, formatRate(rateOf(one))]),
});

const tabulateHours = ({ hours }: TransactionNumbers, timeZone: string): Table => ({
  heads: [`Hour (${timeZone})`, 'Declined', 'Approved', 'Approval rate'],
  rows: hours.map((one) => [
    `${String(one.hour).padStart(2, '0')}:00`,
    declinesIn(one),
    one.approved,
    formatRate(rateOf(one)),
  ]),
});

const tabulateProgrammes = ({ isBeforeKept, programmes }: TransactionNumbers): Table => ({
  heads: ['Programme', 'Declined', 'Declined before', 'Approved', 'Approval rate', 'Approval rate before'],
  rows: programmes.map(({ before, now, programme }) => [
    programme,
    declinesIn(now),
    isBeforeKept ? declinesIn(before) : null,
    now.approved,
    formatRate(rateOf(now)),
    isBeforeKept ? formatRate(rateOf(before)) : null,
  ]),
});

const tabulateDeclines = (rows: readonly NumbersRow[], isBeforeKept: boolean): Table => ({
  heads: ['Value', 'Name', 'Declined', 'Declined before'],
  rows: rows.map(({ before, count, name, value }) => [value, name, count, isBeforeKept ? before : null]),
});
