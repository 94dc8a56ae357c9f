import { expect, it } from 'vitest';
import { batchColumns } from '../../../../catalogues/batch-columns.ts';
import { applyMapping, suggestMapping } from '../file/mapping.ts';
import { readBatchFile } from '../file/read-batch-file.ts';
import { rowsToCsv } from '../file/rows-to-csv.ts';
import { columnsOfRows } from './export-columns.ts';

const row = (rowNumber: number, cells: Record<string, string>, missing: string[] = []) => ({
  rowNumber,
  cells,
  faults: missing.map((field) => ({
    field,
    code: 'x',
    message: '',
    mend: '',
    suggestions: [],
    isAcceptable: false,
  })),
});

it('the columns are those that are filled or lack something, each once', () => {
  const { header, mapping } = columnsOfRows([
    row(1, { name: 'Ada', amount: '1', 'details.IBAN': 'DE89', email: '' }),
    row(2, { amount: '2' }, ['details.address.city', 'name']),
  ]);
  expect(mapping).toEqual(['name', 'targetCurrency', 'amount', 'details.IBAN', 'details.address.city']);
  expect(header).toEqual(['name', 'targetCurrency', 'amount', 'IBAN', 'address.city']);
});

it('every field with a name is known again without a person', () => {
  const cells = Object.fromEntries(Object.keys(batchColumns).map((field) => [field, 'x']));
  const { header, mapping } = columnsOfRows([row(1, cells)]);
  const { columns, isCertain } = suggestMapping(header);
  expect(columns.map(({ field }) => field)).toEqual(mapping);
  expect(isCertain).toBe(true);
});

it('a detail that would be read as another field keeps its full name', () => {
  expect(columnsOfRows([row(1, { 'details.email': 'a@b.example' })]).header).toContain('details.email');
});

it('rows come back unchanged and in their own places', () => {
  const rows = [
    row(14, { name: '=Ada', amount: '1,840.00', 'details.IBAN': 'DE89 3704', targetCurrency: 'EUR' }),
    row(203, { name: 'Casa "Ondina", Lda', amount: '612.40', targetCurrency: 'EUR' }),
  ];
  const columns = columnsOfRows(rows);
  const file = readBatchFile(Buffer.from(rowsToCsv(columns, rows, () => [{ message: 'A', mend: 'B.' }])));
  const mapping = suggestMapping(file.header).columns.map(({ field }) => field);
  const back = applyMapping(file, mapping);
  expect(back.map(({ ofRow, cells }) => ({ rowNumber: ofRow, cells }))).toEqual(
    rows.map(({ rowNumber, cells }) => ({ rowNumber, cells })),
  );
});
