import Big from 'big.js';

/** Decimal texts, as Wise and the store give them; never floats. */
export const minus = (one: string, other: string): string => new Big(one).minus(other).toFixed();
export const sumOf = (amounts: readonly string[]): string =>
  amounts.reduce((sum, amount) => sum.plus(amount), new Big(0)).toFixed();
export const isLess = (one: string, other: string): boolean => new Big(one).lt(other);
