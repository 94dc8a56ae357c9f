import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { faultOf } from './faults.ts';
import { applyMapping, type ColumnMapping, suggestMapping } from './mapping.ts';
import { readBatchFile } from './read-batch-file.ts';
import { rowsToCsv } from './rows-to-csv.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const header = ['Amount', 'Payee', 'colour'];
const mapping: ColumnMapping = ['amount', 'name', null];

describe('a file of rows to mend', () => {
  const csv = rowsToCsv(
    { header, mapping },
    [
      { rowNumber: 14, cells: { amount: '12.50', name: 'Ann "A" Lee' }, unread: { 2: 'red, blue' } },
      { rowNumber: 87, cells: { name: '=cmd|x' } },
    ],
    ({ rowNumber }) =>
      rowNumber === 87 ? [faultOf('amount', 'amount_missing', {}), faultOf('name', 'formula', {})] : [],
  );

  it('has the headers as they came, and says of each row which it is and what to mend', () => {
    expect(csv.replace('\ufeff', '').split('\n')).toEqual([
      'Amount,Payee,colour,row,whatToMend',
      '12.50,"Ann ""A"" Lee","red, blue",14,""',
      `"",'=cmd|x,"",87,"Amount is missing. Give the amount. This is a formula, not text. Type the text itself. A spreadsheet that opens it would run it."`,
      '',
    ]);
  });

  it('is read as the same rows, without the two columns', () => {
    const file = readBatchFile(bytes(csv));
    expect(file.header).toEqual(header);
    expect(file.rows).toEqual([
      { line: 2, cells: ['12.50', 'Ann "A" Lee', 'red, blue'], ofRow: 14 },
      { line: 3, cells: ['', '=cmd|x', ''], ofRow: 87 },
    ]);
    expect(suggestMapping(file.header).columns.map(({ field }) => field)).toEqual(['amount', 'name', null]);
  });

  it('keeps a column of one’s own that is called `row` in a file that is not from here', () => {
    expect(readBatchFile(bytes('row,name,amount\n1,Ann,2')).header).toEqual(['row', 'name', 'amount']);
  });

  it('numbers nothing where somebody wrote over the number', () => {
    expect(readBatchFile(bytes('name,row,whatToMend\nAnn,x,')).rows).toEqual([{ line: 2, cells: ['Ann'] }]);
  });
});

const character = fc.constantFrom(
  'a',
  'é',
  "'",
  '=',
  '+',
  '-',
  '@',
  '＝',
  '"',
  ',',
  ';',
  '\t',
  '\n',
  ' ',
  '1',
);
const cell = fc.string({ unit: character, maxLength: 8 });

test('the file keeps the delimiter it came with', () => {
  const written = rowsToCsv(
    { header, mapping, delimiter: ';' },
    [{ rowNumber: 1, cells: { name: 'A;B, C' } }],
    () => [],
  );
  expect(readBatchFile(bytes(written))).toMatchObject({
    delimiter: ';',
    rows: [{ cells: ['', 'A;B, C', ''] }],
  });
});

test('a header that looks like a formula comes back as it is', () => {
  const odd = ['=x', "'+y", 'name'];
  const written = rowsToCsv(
    { header: odd, mapping: [null, null, 'name'] },
    [{ rowNumber: 1, cells: { name: 'A' } }],
    () => [],
  );
  expect(readBatchFile(bytes(written)).header).toEqual(odd);
});

test('written, read and written again, nothing changes, whatever the cells are', () => {
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rows, (cells) => {
      const written = rowsToCsv(
        { header, mapping },
        cells.map(([amount, name, colour], at) => ({
          rowNumber: at + 1,
          cells: { amount, name },
          unread: { 2: colour },
        })),
        () => [],
      );
      const file = readBatchFile(bytes(written));
      expect(file.rows.map((row) => row.cells)).toEqual(cells);
      expect(rowsToCsv({ header, mapping }, applyMapping(file, mapping), () => [])).toBe(written);
    }),
    { numRuns: 500 },
  );
});

test('no cell that is written begins a formula', () => {
  fc.assert(
    fc.property(cell, (name) => {
      const written = rowsToCsv(
        { header: ['name'], mapping: ['name'] },
        [{ rowNumber: 1, cells: { name } }],
        () => [],
      );
      expect(written.split('\n').slice(1).join('\n')).not.toMatch(/^"?[=+\-@\t＝]/);
    }),
  );
});
