import { describe, expect, it } from 'vitest';
import { writePdf } from './pdf.ts';

describe('PDF', () => {
  const text = writePdf([{ text: 'Receipt', isHeading: true }, { text: 'Ünal (Ağrı) \\ 1' }]).toString(
    'latin1',
  );

  it('has a table whose offsets lead to its objects, and tells where the table is', () => {
    const begin = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
    expect(text.slice(begin, begin + 9)).toBe('xref\n0 6\n');
    const offsets = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, digits]) => Number(digits));
    expect(offsets).toHaveLength(5);
    for (const [index, offset] of offsets.entries())
      expect(text.slice(offset).startsWith(`${index + 1} 0 obj\n`)).toBe(true);
  });

  it('tells how long its content is', () => {
    const [, length, content = ''] = /\/Length (\d+) >>\nstream\n([^]*?)\nendstream/.exec(text) ?? [];
    expect(content.length).toBe(Number(length));
  });

  it('keeps what would end a text from doing so, and marks letters that the font does not have', () => {
    expect(text).toContain('(Ünal \\(A?r?\\) \\\\ 1) Tj');
  });
});
