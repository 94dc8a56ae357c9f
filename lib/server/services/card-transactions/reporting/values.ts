import 'server-only';
import Big from 'big.js';
import { and, eq, inArray } from 'drizzle-orm';
import { decimalsOf } from '../../../../format/money.ts';
import type { Database } from '../../../db/database.ts';
import { exchangeRates } from '../../../db/schema/exchange-rates.ts';

export interface Billed {
  createdAt: Date;
  billingAmount?: string | null | undefined;
  billingCurrency?: string | null | undefined;
}
/** What was billed in the reporting currency. All null: it waits for a rate; the currency alone: Wise has none. */
export interface Valued {
  reportingAmount: string | null;
  reportingCurrency: string | null;
  reportingRate: string | null;
  reportingDay: string | null;
}
/** A rate that is needed and was not asked for yet. */
export interface Pair {
  source: string;
  day: string;
}

const waiting: Valued = {
  reportingAmount: null,
  reportingCurrency: null,
  reportingRate: null,
  reportingDay: null,
};

/** In UTC, as the rates are. */
const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Values rows by the rates that are known, and tells which are not. */
export async function readValuer(
  db: Database,
  reportingCurrency: string,
  rows: readonly Billed[],
): Promise<{ value: (row: Billed) => Valued; missing: Pair[] }> {
  const needed = new Map(
    rows.flatMap(({ billingAmount, billingCurrency, createdAt }) => {
      if (billingAmount == null || billingCurrency == null || billingCurrency === reportingCurrency)
        return [];
      const pair: Pair = { source: billingCurrency, day: dayOf(createdAt) };
      return [[keyOf(pair), pair] as const];
    }),
  );
  const rates = await readRates(db, reportingCurrency, [...needed.values()]);
  return {
    value: (row) => valueOf(row, reportingCurrency, rates),
    missing: [...needed].filter(([key]) => !rates.has(key)).map(([, pair]) => pair),
  };
}

const keyOf = ({ day, source }: Pair) => `${source} ${day}`;

async function readRates(
  db: Database,
  target: string,
  pairs: readonly Pair[],
): Promise<Map<string, string | null>> {
  if (pairs.length === 0) return new Map();
  const rows = await db
    .select()
    .from(exchangeRates)
    .where(
      and(
        eq(exchangeRates.target, target),
        inArray(exchangeRates.day, [...new Set(pairs.map(({ day }) => day))]),
        inArray(exchangeRates.source, [...new Set(pairs.map(({ source }) => source))]),
      ),
    );
  return new Map(rows.map((row) => [keyOf(row), row.rate]));
}

function valueOf(
  { billingAmount, billingCurrency, createdAt }: Billed,
  reportingCurrency: string,
  rates: ReadonlyMap<string, string | null>,
): Valued {
  if (billingAmount == null || billingCurrency == null) return waiting;
  const reportingDay = dayOf(createdAt);
  const rate =
    billingCurrency === reportingCurrency
      ? '1'
      : rates.get(keyOf({ source: billingCurrency, day: reportingDay }));
  if (rate === undefined) return waiting;
  const reportingAmount =
    rate === null ? null : new Big(billingAmount).times(rate).toFixed(decimalsOf(reportingCurrency));
  return { reportingAmount, reportingCurrency, reportingRate: rate, reportingDay };
}
