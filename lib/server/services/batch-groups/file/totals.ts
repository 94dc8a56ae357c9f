import 'server-only';
import Big from 'big.js';
import type { CheckedRow } from './row-result.ts';
import type { FixedSide } from './row-words.ts';

export interface SideSum {
  currency: string;
  side: FixedSide;
  /** Digits with at most one point. */
  amount: string;
  rows: number;
}

export interface CheckTotals {
  byState: Record<CheckedRow['state'], number>;
  /** Of rows with nothing to mend. Currencies and sides are never added to one another. */
  sums: SideSum[];
  /** Of rows with something to mend whose amount is known all the same. */
  sumsToMend: SideSum[];
  /**
   * In the group's currency: what rows that can go debit for sure. Fees, and what is converted into other currencies
   * so that an exact amount arrives, come on top.
   */
  debitAtLeast: string;
  /** What the balance lacks of it; null where it is enough or not known. */
  missing: string | null;
}

export function totalRows(
  rows: readonly CheckedRow[],
  sourceCurrency: string,
  balance: { amount: string } | undefined,
): CheckTotals {
  const byState = { ready: 0, faulty: 0, waiting: 0 };
  for (const { state } of rows) byState[state]++;
  const sums = sumUp(
    rows.filter(({ state }) => state !== 'faulty'),
    sourceCurrency,
  );
  const debit = sums
    .filter(({ currency }) => currency === sourceCurrency)
    .reduce((total, { amount }) => total.plus(amount), new Big(0));
  const left = balance && new Big(balance.amount).minus(debit);
  return {
    byState,
    sums,
    sumsToMend: sumUp(
      rows.filter(({ state }) => state === 'faulty'),
      sourceCurrency,
    ),
    debitAtLeast: debit.toFixed(),
    missing: left?.lt(0) ? left.neg().toFixed() : null,
  };
}

function sumUp(rows: readonly CheckedRow[], sourceCurrency: string): SideSum[] {
  const sums = new Map<string, { currency: string; side: FixedSide; sum: Big; rows: number }>();
  for (const { amount, fixedSide, targetCurrency } of rows) {
    const currency = fixedSide === 'source' ? sourceCurrency : targetCurrency;
    if (amount === null || fixedSide === null || currency === null) continue;
    const key = `${currency} ${fixedSide}`;
    const known = sums.get(key) ?? { currency, side: fixedSide, sum: new Big(0), rows: 0 };
    sums.set(key, { ...known, sum: known.sum.plus(amount), rows: known.rows + 1 });
  }
  return [...sums.values()].map(({ sum, ...rest }) => ({ ...rest, amount: sum.toFixed() }));
}
