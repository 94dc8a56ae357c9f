import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, money } from './decimal.ts';

describe('decimal', () => {
  it.each([
    [1.4, '1.4'],
    [-0.05, '-0.05'],
    [1234.5, '1234.5'],
    [1e-7, '0.0000001'],
    [-1.25e-9, '-0.00000000125'],
    [1.5e21, '1500000000000000000000'],
    [9007199254740993n, '9007199254740993'],
    ['12345678901234567.89', '12345678901234567.89'],
    ['1.50', '1.50'],
    ['12.5e1', '125'],
    ['0.5E-3', '0.0005'],
  ])('%s is %s', (value, text) => {
    expect(decimal.parse(value)).toBe(text);
  });

  it.each(['', '1,5', '.5', 'NaN', Number.NaN, Number.POSITIVE_INFINITY, null])('refuses %s', (value) => {
    expect(decimal.safeParse(value).success).toBe(false);
  });

  it('any number comes back as the same number, in plain digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = decimal.parse(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text) === value).toBe(true);
      }),
    );
  });
});

it('money keeps its currency and its digits', () => {
  expect(money.parse({ amount: 12504.54, currency: 'GBP' })).toEqual({ amount: '12504.54', currency: 'GBP' });
});
