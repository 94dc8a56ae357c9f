import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvColumn, csvResponse, csvText } from './csv.ts';

interface Row {
  name: string;
  at: string;
}
const columns: CsvColumn<Row>[] = [
  { header: 'Name', value: ({ name }) => name },
  { header: 'At', isTime: true, value: ({ at }) => at },
];
const at = '2026-11-19T09:07:31.250Z';

async function* many(count: number, perPage = 100) {
  for (let first = 0; first < count; first += perPage)
    yield Array.from({ length: Math.min(perPage, count - first) }, (_, place) => ({
      name: `row ${first + place}`,
      at,
    }));
}
const textOf = async (rows: AsyncIterable<Row[]> | Row[][], timeZone = 'Europe/Paris') =>
  Buffer.from(await csvResponse('rows.csv', columns, rows, timeZone).arrayBuffer()).toString('utf8');

describe('a CSV that is written while its rows are read', () => {
  it.each([0, 1, 100, 1234])('holds a head and each of %d rows once', async (count) => {
    const lines = (await textOf(many(count))).split('\n');
    expect(lines[0]).toBe('\uFEFFName,At (Europe/Paris)');
    expect(lines.slice(1)).toEqual([
      ...Array.from({ length: count }, (_, place) => `row ${place},2026-11-19 10:07:31`),
      '',
    ]);
  });

  it('makes text of what a spreadsheet would run, and keeps quotes and lines within their cell', async () => {
    const names = ['=1+1', '-5', '@x', 'a, "b"', 'two\nlines', ''];
    expect((await textOf([names.map((name) => ({ name, at: '' }))])).split('\n').slice(1).join('\n')).toBe(
      `'=1+1,\n'-5,\n'@x,\n"a, ""b""",\n"two\nlines",\n,\n`,
    );
  });

  it('writes any text as the general writer does', () => {
    const piece = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '＝',
      '"',
      ',',
      '\n',
      '\r',
      '\t',
      "'",
      ' ',
      'é',
      '0',
      '',
    );
    const text = fc.array(fc.oneof(piece, fc.string()), { maxLength: 5 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (names) => {
        const own = csvText(
          columns.slice(0, 1),
          names.map((name) => ({ name, at })),
          'UTC',
        );
        const general = stringify([['Name'], ...names.map((name) => [name])], {
          bom: true,
          escape_formulas: true,
        });
        expect(own).toBe(general);
      }),
    );
  });

  it.each([
    'UTC',
    'Europe/London',
    'Asia/Kathmandu',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
  ])('writes times by the clocks of %s, on days on which they are changed too', (timeZone) => {
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    const moments = Array.from({ length: 4000 }, (_, place) =>
      new Date(Date.parse('2026-01-01T00:00:07Z') + place * 3 * 3_599_000).toISOString(),
    );
    const written = csvText(
      columns.slice(1),
      moments.map((moment) => ({ name: '', at: moment })),
      timeZone,
    );
    expect(written.split('\n').slice(1, -1)).toEqual(moments.map((moment) => clock.format(new Date(moment))));
  });

  it('breaks off where its rows do, so that nobody takes a part for the whole', async () => {
    async function* pages() {
      yield* many(700);
      throw new Error('the store is away');
    }
    await expect(textOf(pages())).rejects.toThrow('the store is away');
  });

  it('stops reading once nobody takes it any more', async () => {
    let isOver = false;
    async function* pages() {
      try {
        yield* many(1_000_000);
      } finally {
        isOver = true;
      }
    }
    const reader = csvResponse('rows.csv', columns, pages(), 'UTC').body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await expect.poll(() => isOver).toBe(true);
  });
});
