import { describe, expect, it } from 'vitest';
import { escapeLike, padInstant, plain } from './search-text.ts';

describe('search text', () => {
  it('finds a name typed without its accents', () => {
    expect(plain('Chloé Ferrándiz')).toBe('chloe ferrandiz');
  });

  it('takes wildcards as letters', () => {
    expect(escapeLike('50%_\\')).toBe('50\\%\\_\\\\');
  });

  it('orders instants of any precision as text', () => {
    const instants = [
      '2026-11-19T09:00:00Z',
      '2026-11-19T09:00:00.5Z',
      '2026-11-19T09:00:00.500000001Z',
      '2026-11-19T09:00:01.123Z',
    ];
    const padded = instants.map(padInstant);
    expect([...padded].sort()).toEqual(padded);
  });

  it('takes an instant with an offset', () => {
    expect(padInstant('2026-11-19T10:00:00+01:00')).toBe('2026-11-19T09:00:00.000000000Z');
  });
});
