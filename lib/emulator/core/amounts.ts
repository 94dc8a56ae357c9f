import type { MoneyRecord } from '../entities.ts';

/** Currencies without two decimals, as far as the emulator's data uses them. */
const unusualDecimals: Record<string, number> = {
  BHD: 3,
  CLP: 0,
  ISK: 0,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  UGX: 0,
  VND: 0,
};

export const decimalsOf = (currency: string): number => unusualDecimals[currency] ?? 2;

/** To the currency's smallest unit; amounts are compared and added in that unit so that nothing is lost. */
export const toMinor = (amount: number, currency: string): number =>
  Math.round(amount * 10 ** decimalsOf(currency));
export const fromMinor = (minor: number, currency: string): number => minor / 10 ** decimalsOf(currency);

export const roundAmount = (amount: number, currency: string): number =>
  fromMinor(toMinor(amount, currency), currency);

/** Adds what is in the currency; an amount in another one is left out. */
export function sumIn(currency: string, amounts: readonly MoneyRecord[]): number {
  const sameCurrency = amounts.filter((row) => row.currency === currency);
  // An amount that was asked for with more decimals than its currency has stands alone as it was given.
  if (sameCurrency.length === 1) return sameCurrency[0]?.amount ?? 0;
  return fromMinor(
    sameCurrency.reduce((sum, row) => sum + toMinor(row.amount, currency), 0),
    currency,
  );
}

export const negate = ({ amount, currency }: MoneyRecord): MoneyRecord => ({
  amount: amount === 0 ? 0 : -amount,
  currency,
});
