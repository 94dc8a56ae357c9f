import 'server-only';
import Big from 'big.js';
import type { batchRows } from '../../../db/schema/batches.ts';
import { AppError } from '../../../http/app-error.ts';
import type { Runtime } from '../../../runtime.ts';
import type { CallOptions } from '../../../wise/resources/options.ts';
import { estimateDebit, type Pricing } from '../run/pricing.ts';
import { hasEndedQuote, totalOf } from './total.ts';

type Row = Pick<
  typeof batchRows.$inferSelect,
  'amount' | 'fixedSide' | 'quoteExpiresAt' | 'sourceAmount' | 'targetCurrency' | 'transferStatus'
>;

/** What the transfers take: as it was when they were sent, and with today's prices for those whose quote has ended. */
export interface PricesNow {
  ended: number;
  atSending: string;
  /** Null where Wise gives no price now. */
  now: string | null;
  /** The larger of the two, which the balance and the ceiling have to cover: nobody knows which one Wise takes. */
  takes: string | null;
}

/** @returns null as long as Wise has not said of each transfer what it takes */
export async function readPricesNow(
  { wiseFacts }: Pick<Runtime, 'wiseFacts'>,
  options: CallOptions,
  { profileId, sourceCurrency }: { profileId: string; sourceCurrency: string },
  rows: readonly Row[],
): Promise<PricesNow | null> {
  const at = new Date();
  const targets = new Set(
    rows.filter((row) => hasEndedQuote(row, at)).map(({ targetCurrency }) => targetCurrency ?? ''),
  );
  const pricing = new Map<string, Pricing>();
  await Promise.all(
    [...targets].map(async (target) => {
      const price = await wiseFacts
        .pricingNow(options, { profileId, source: sourceCurrency, target })
        .catch(() => null);
      if (price) pricing.set(target, price);
    }),
  );
  return pricesNow(rows, pricing, at);
}

export function pricesNow(
  rows: readonly Row[],
  pricing: ReadonlyMap<string, Pricing>,
  at: Date,
): PricesNow | null {
  const atSending = totalOf(rows);
  if (atSending === null) return null;
  const ended = rows.filter((row) => hasEndedQuote(row, at)).length;
  if (ended === 0) return { ended, atSending, now: atSending, takes: atSending };
  let sum = new Big(0);
  for (const row of rows) {
    const debit = hasEndedQuote(row, at)
      ? estimateDebit(pricing.get(row.targetCurrency ?? ''), {
          amount: row.amount ?? '0',
          side: row.fixedSide,
        })
      : row.sourceAmount;
    if (debit === null) return { ended, atSending, now: null, takes: null };
    sum = sum.plus(debit);
  }
  const now = sum.round(2, Big.roundUp).toFixed();
  return { ended, atSending, now, takes: sum.gt(atSending) ? now : atSending };
}

/** @throws AppError batch_total_changed where Wise has not said what it takes; wise_unavailable without prices */
export function requirePrices(prices: PricesNow | null): PricesNow & { takes: string } {
  if (!prices) throw new AppError('batch_total_changed');
  const { takes } = prices;
  if (takes === null)
    throw new AppError('wise_unavailable', {
      detail: 'Quotes have ended, and Wise gives no prices now: nobody can say what the group takes.',
    });
  return { ...prices, takes };
}
