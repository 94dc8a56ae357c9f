import { describe, expect, it } from 'vitest';
import { decimalsOf, formatAmount, formatMoney } from './money.ts';

describe('money', () => {
  it('groups thousands and shows the currency’s own decimals', () => {
    expect(formatMoney(1240.5, 'GBP')).toBe('1,240.50 GBP');
    expect(formatMoney(18400, 'JPY')).toBe('18,400 JPY');
    expect(formatMoney(1.5, 'KWD')).toBe('1.500 KWD');
    expect(formatMoney(0, 'EUR')).toBe('0.00 EUR');
  });
  it('uses a real minus', () => {
    expect(formatAmount(-1234567.8, 'EUR')).toBe('−1,234,567.80');
  });
  it('keeps the digits of text that no float could hold', () => {
    expect(formatAmount('90071992547409931.1', 'GBP')).toBe('90,071,992,547,409,931.10');
    expect(formatAmount('12.345', 'GBP')).toBe('12.345');
    expect(formatAmount('7', 'JPY')).toBe('7');
  });
  it('gives an unknown currency two decimals', () => {
    expect(decimalsOf('ZZZ')).toBe(2);
  });
});
