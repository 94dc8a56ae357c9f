import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readAmount } from './amounts.ts';

const inEuro = (text: string) => readAmount(text, 'EUR', 2);

test.each([
  ['12', '12'],
  ['12.5', '12.5'],
  ['12.50', '12.5'],
  ['0.05', '0.05'],
  ['0.500', '0.5'],
  ['007', '7'],
  ['1240.50', '1240.5'],
  ['1,240.50', '1240.5'],
  ['1,240,500', '1240500'],
  ['1.240.500', '1240500'],
  ['1,240,500.25', '1240500.25'],
  ['1.240.500,25', '1240500.25'],
  ['1240,50', '1240.5'],
  ['12,5', '12.5'],
  ['1 240.50', '1240.5'],
  ['1 240 500,25', '1240500.25'],
  ['1\u00a0240', '1240'],
  ['1\u202f240,50', '1240.5'],
  ['1’240.50', '1240.5'],
  ['1240.500', '1240.5'],
  ['999999999999999', '999999999999999'],
])('%s is %s', (text, amount) => {
  expect(inEuro(text)).toEqual({ amount });
});

test.each([
  ['1.240,50', ['1240.50', '1.24050']],
  ['1,240', ['1240', '1.24']],
  ['1.240', ['1240', '1.24']],
  ['12.345', ['12345', '12.345']],
])('%s can be read in two ways, and both are offered', (text, suggestions) => {
  expect(inEuro(text).fault).toMatchObject({ code: 'amount_ambiguous', suggestions });
});

test.each([
  ['', 'amount_missing'],
  ['abc', 'amount_not_a_number'],
  ['1.2.3', 'amount_not_a_number'],
  ['1,2,3', 'amount_not_a_number'],
  ['1,24,000', 'amount_not_a_number'],
  ['1,240.50.1', 'amount_not_a_number'],
  ['1 2', 'amount_not_a_number'],
  ['12 34.5', 'amount_not_a_number'],
  ['.', 'amount_not_a_number'],
  ['.5', 'amount_not_a_number'],
  ['5.', 'amount_not_a_number'],
  ['-5', 'amount_signed'],
  ['−5', 'amount_signed'],
  ['+5', 'amount_signed'],
  ['5-', 'amount_signed'],
  ['(5.00)', 'amount_signed'],
  ['0', 'amount_zero'],
  ['0.00', 'amount_zero'],
  ['1E+05', 'number_cut'],
  ['1.5e3', 'number_cut'],
  ['12.1234', 'amount_decimals'],
  ['1234567890123456', 'amount_too_long'],
  ['12345678901234.56', 'amount_too_long'],
])('%j is refused as %s', (text, code) => {
  expect(inEuro(text).fault).toMatchObject({ field: 'amount', code });
});

test.each([
  ['€12.50', '12.5'],
  ['12.50 EUR', '12.5'],
  ['EUR 1,240.50', '1240.5'],
  ['$1 240', '1240'],
])('%s is offered without its currency', (text, amount) => {
  expect(inEuro(text).fault).toMatchObject({ code: 'amount_with_currency', suggestions: [amount] });
});

it('offers nothing where what stands beside the currency is itself unclear', () => {
  expect(inEuro('€1,240').fault).toEqual(expect.not.objectContaining({ suggestions: expect.anything() }));
});

describe('decimals of the currency', () => {
  it('says that yen has none, and takes a whole amount that is written with zeros', () => {
    expect(readAmount('240000.50', 'JPY', 0).fault?.message).toBe('Yen has no decimals');
    expect(readAmount('240000.00', 'JPY', 0)).toEqual({ amount: '240000' });
  });
  it('says how many there are and may be', () => {
    expect(inEuro('12.1234').fault?.message).toBe('4 decimals, EUR has 2');
    expect(readAmount('1234.5678', 'KWD', 3).fault?.message).toBe('4 decimals, KWD has 3');
    expect(readAmount('1234.567', 'KWD', 3)).toEqual({ amount: '1234.567' });
  });
  it('asks nothing of a currency nobody knows yet', () => {
    expect(readAmount('12.1234', '', undefined)).toEqual({ amount: '12.1234' });
  });
});

test('every amount of cents comes back as it is, however it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), (cents) => {
      const amount = new Big(cents).div(100);
      const plain = amount.toFixed(2);
      const english = plain.replace(/\B(?=(\d{3})+\.)/g, ',');
      const expected = { amount: amount.toFixed() };
      expect(inEuro(plain)).toEqual(expected);
      expect(inEuro(english)).toEqual(expected);
      expect(inEuro(plain.replace('.', ','))).toEqual(expected);
      expect(inEuro(english.replaceAll(',', ' '))).toEqual(expected);
    }),
  );
});

test('whatever is typed, there is either an amount above zero of at most two decimals or a fault', () => {
  const typed = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...'0123456789.,  -+eE€'), maxLength: 20 }),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const { amount, fault } = inEuro(text);
      expect((amount === undefined) !== (fault === undefined)).toBe(true);
      if (amount !== undefined) {
        expect(amount).toMatch(/^\d+(\.\d{1,2})?$/);
        expect(new Big(amount).gt(0)).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});
