import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { AppError } from '../../../http/app-error.ts';
import { readBatchFile } from './read-batch-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, { bigEndian = false, bom = true } = {}): Uint8Array => {
  const buffer = Buffer.from(bom ? `\ufeff${text}` : text, 'utf16le');
  return new Uint8Array(bigEndian ? buffer.swap16() : buffer);
};
const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

function refusal(input: Uint8Array | string) {
  try {
    readBatchFile(typeof input === 'string' ? bytes(input) : input);
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, detail: error.options.detail };
    throw error;
  }
  return undefined;
}

const plain = 'name,amount\nZoë Brandt,12.50\n';
const read = { header: ['name', 'amount'], rows: [{ line: 2, cells: ['Zoë Brandt', '12.50'] }] };

describe('encodings', () => {
  test.each([
    ['UTF-8', 'utf-8', bytes(plain)],
    ['UTF-8 with a byte order mark', 'utf-8', bytes(`\ufeff${plain}`)],
    ['UTF-16 LE with a mark', 'utf-16le', utf16(plain)],
    ['UTF-16 BE with a mark', 'utf-16be', utf16(plain, { bigEndian: true })],
    ['UTF-16 LE without one', 'utf-16le', utf16(plain, { bom: false })],
    ['UTF-16 BE without one', 'utf-16be', utf16(plain, { bigEndian: true, bom: false })],
    ['Latin-1', 'windows-1252', latin(plain)],
  ])('%s is read', (_, encoding, input) => {
    expect(readBatchFile(input)).toEqual({ encoding, delimiter: ',', ...read });
  });

  it('reads what only Windows-1252 has', () => {
    const file = readBatchFile(join(latin('name,amount\nO'), new Uint8Array([0x92]), latin('Hara,1\n')));
    expect(file.rows[0]?.cells).toEqual(['O’Hara', '1']);
  });

  it('refuses a file that mixes UTF-8 and Latin-1, because one of them would come out wrong', () => {
    expect(refusal(join(bytes('name,amount\nZoë,1\n'), latin('Zoë,1\n')))?.code).toBe(
      'batch_file_letters_broken',
    );
  });

  it('refuses UTF-16 that ends in half a letter', () => {
    expect(refusal(utf16(plain).subarray(0, -1))?.code).toBe('batch_file_letters_broken');
  });
});

describe('what is not a file of payments', () => {
  test.each([
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0])],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ['a PDF', bytes('%PDF-1.7')],
    ['gzip', new Uint8Array([0x1f, 0x8b, 8])],
    ['UTF-32', new Uint8Array([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])],
    ['zeros among text', bytes('name,amount\nA\0B,1\n')],
    ['a web page', bytes('<html><table><tr><td>name')],
    ['rich text', bytes('{\\rtf1 name,amount')],
  ])('%s is refused', (_, input) => {
    expect(refusal(input)?.code).toBe('batch_file_not_text');
  });

  test.each(['', ' \r\n \n', '\ufeff'])('%j is empty', (text) => {
    expect(refusal(text)?.code).toBe('batch_file_empty');
  });

  it('says that there is no payment below the header', () => {
    expect(refusal('name,amount\n\n ,\n')?.code).toBe('batch_file_no_payments');
  });

  test.each(['Ann Lee,12.50\nBo Ek,1\n', 'DE89370400440532013000,x\n1,2', 'a@example.com,b\n1,2'])(
    'a first line that is a payment is no header: %j',
    (text) => {
      expect(refusal(text)?.code).toBe('batch_file_no_header');
    },
  );

  it('refuses more than 2 MB before it reads', () => {
    const refused = refusal(new Uint8Array(10 * 1024 * 1024));
    expect(refused).toMatchObject({ code: 'batch_file_too_large' });
    expect(refused?.detail).toContain('10 MB and the console reads up to 2 MB');
  });

  it('takes 1,000 payments and says how many there are when there are more', () => {
    const rows = (count: number) => `name,amount\n${'Ann Lee,1\n\n'.repeat(count)}`;
    expect(readBatchFile(bytes(rows(1000))).rows).toHaveLength(1000);
    expect(refusal(rows(1001))).toMatchObject({ code: 'batch_file_too_many_rows' });
    expect(refusal(rows(2500))?.detail).toContain('2,500 payments');
  });
});

describe('what is far from any file of payments', () => {
  const columns = (count: number) => `${Array.from({ length: count }, (_, at) => `x${at}`).join()}\n1`;
  test.each([
    ['101 columns', columns(101), 'batch_file_too_many_columns'],
    ['columns without end', columns(60_000), 'batch_file_too_many_columns'],
    ['one cell without end for a header', `${'@.'.repeat(200_000)}\n1`, 'batch_file_no_header'],
    ['quotes without end', `a,b\n${'"'.repeat(400_001)}`, 'batch_file_quotes_broken'],
    ['commas without end', `a,b\n1${','.repeat(400_000)}1`, 'batch_file_ragged'],
    ['spaces without end', `a,b\n${' '.repeat(400_000)}`, 'batch_file_no_payments'],
  ])('%s: refused, without a hang', { timeout: 60_000 }, (_, text, code) => {
    expect(refusal(text)?.code).toBe(code);
  });
});

describe('lines and delimiters', () => {
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s ends a line', (_, end) => {
    const { rows } = readBatchFile(bytes(['a,b', '1,2', '', '"x', 'y",3', '4,5'].join(end)));
    expect(rows).toEqual([
      { line: 2, cells: ['1', '2'] },
      { line: 4, cells: ['x\ny', '3'] },
      { line: 6, cells: ['4', '5'] },
    ]);
  });

  test.each([',', ';', '\t'])('%j is found from the header', (delimiter) => {
    const text = [`"name, first; or last"`, 'amount', 'note'].join(delimiter);
    const file = readBatchFile(bytes(`${text}\n${['A', '1', 'x'].join(delimiter)}`));
    expect(file).toMatchObject({ delimiter, header: ['name, first; or last', 'amount', 'note'] });
  });

  it('obeys Excel’s own line that names the delimiter', () => {
    expect(readBatchFile(bytes('sep=;\nname;a,b,c\nx;1'))).toMatchObject({
      delimiter: ';',
      header: ['name', 'a,b,c'],
      rows: [{ line: 3, cells: ['x', '1'] }],
    });
  });

  it('leaves out blank lines before the header and cells without a name that are empty all the way', () => {
    expect(readBatchFile(bytes('\n\n name , amount ,,\nAnn,1,,\nBo,2\n'))).toMatchObject({
      header: ['name', 'amount'],
      rows: [
        { line: 4, cells: ['Ann', '1'] },
        { line: 5, cells: ['Bo', '2'] },
      ],
    });
  });

  it('keeps quotes that are written twice, and what looks like a formula', () => {
    const { rows } = readBatchFile(bytes('name,note,more\n"The ""Inn""",=cmd|x,-1\n@a,+1,"=1+1"\n'));
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['The "Inn"', '=cmd|x', '-1'],
      ['@a', '+1', '=1+1'],
    ]);
  });
});

describe('what does not fit', () => {
  test.each([
    ['more cells', 'a,b\n1,2\n1,2,3\n', '3'],
    ['fewer cells', 'a,b,c\n1,2\n', '2'],
    ['a break in a row above', 'a,b\n"1\n\n1",2\n1,2,3\n', '5'],
  ])('a row with %s is refused by its line', (_, text, line) => {
    expect(refusal(text)).toMatchObject({ code: 'batch_file_ragged' });
    expect(refusal(text)?.detail).toContain(`Line ${line} has`);
  });

  test.each([
    ['never closed', 'a,b\n1,2\n1,"2\n3,4\n', '3'],
    ['never closed after others', 'a,b\n"x ""y""\nz",2\n"1,2\n3,4\n5,6', '4'],
    ['inside a cell', 'a,b\n1,5"\n', '2'],
    ['text after it', 'a,b\n1,"x"y\n', '2'],
  ])('a quotation mark (%s) is refused by the line of its cell', (_, text, line) => {
    expect(refusal(text)).toMatchObject({ code: 'batch_file_quotes_broken' });
    expect(refusal(text)?.detail).toContain(`line ${line} `);
  });
});

test('no bytes whatever make it fail but with a reason', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'binary' }).map(bytes)),
      (input) => {
        expect(() => refusal(input)).not.toThrow();
      },
    ),
  );
});

test('whatever the cells are, a well-formed file gives them back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '\n', ' ', '1', '😀') });
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    );
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      (rows, delimiter, end) => {
        fc.pre(rows.every((row) => row.some((text) => text.trim() !== '')));
        const header = rows[0]?.map((_, at) => `column ${at}`) ?? [];
        const quoted = [header, ...rows].map((row) =>
          row.map((text) => `"${text.replaceAll('"', '""').replaceAll('\n', end)}"`).join(delimiter),
        );
        // One column has no delimiter to be found.
        const lines = header.length === 1 ? [`sep=${delimiter}`, ...quoted] : quoted;
        const file = readBatchFile(bytes(lines.join(end)));
        expect(file.rows.map(({ cells }) => cells)).toEqual(rows);
      },
    ),
  );
});
