import type { MoneyRecord } from '../entities.ts';
import { roundAmount } from './amounts.ts';

/** Units of a currency for one pound. They never change, so that the same purchase costs the same every time. */
const perPound: Record<string, number> = {
  AED: 4.9179,
  AUD: 2.0461,
  BRL: 7.1183,
  CAD: 1.8752,
  CHF: 1.0674,
  CZK: 28.4106,
  DKK: 8.5921,
  EUR: 1.1508,
  GBP: 1,
  HKD: 10.4237,
  IDR: 21845.3,
  INR: 118.4702,
  JPY: 207.3155,
  KRW: 1958.44,
  MXN: 24.6013,
  NOK: 13.3907,
  NZD: 2.3189,
  PLN: 4.8827,
  SEK: 12.6034,
  SGD: 1.7412,
  THB: 43.3528,
  TRY: 56.1276,
  USD: 1.3389,
  ZAR: 23.1495,
};

/** How much of `to` one unit of `from` is. Emulator choice: a currency that is not listed is worth a pound. */
export function rateBetween(from: string, to: string): number {
  if (from === to) return 1;
  const rate = (perPound[to] ?? 1) / (perPound[from] ?? 1);
  return Number(rate.toPrecision(9));
}

export const convert = ({ amount, currency }: MoneyRecord, to: string): MoneyRecord => ({
  amount: currency === to ? amount : roundAmount(amount * rateBetween(currency, to), to),
  currency: to,
});
