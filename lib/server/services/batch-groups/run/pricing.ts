import 'server-only';
import Big from 'big.js';
import type { WiseQuote } from '../../../wise/resources/quotes.ts';
import { priceOf } from './choose-option.ts';

/** What a payment takes about, by two examples: Wise's fee is a fixed part and a share. Decimals as text. */
export interface Pricing {
  /** Units that arrive for one that is converted. */
  rate: string;
  fixedFee: string;
  feeShare: string;
}

export function pricingOf(small: WiseQuote, large: WiseQuote): Pricing | null {
  const [low, high] = [priceOf(small), priceOf(large)];
  if (!low || !high || low === 'blocked' || high === 'blocked' || !high.rate) return null;
  const step = new Big(high.sourceAmount).minus(low.sourceAmount);
  if (step.lte(0)) return null;
  const share = atLeastZero(new Big(high.fee).minus(low.fee).div(step));
  return {
    rate: high.rate,
    feeShare: share.toFixed(),
    fixedFee: atLeastZero(new Big(low.fee).minus(share.times(low.sourceAmount))).toFixed(),
  };
}

/** What a payment with this fixed side takes from the balance; null without a price. */
export function estimateDebit(
  pricing: Pricing | undefined,
  { amount, side }: { amount: string; side: string | null },
): Big | null {
  if (side === 'source') return new Big(amount);
  if (!pricing || new Big(pricing.rate).lte(0)) return null;
  const converted = new Big(amount).div(pricing.rate);
  const beforeShare = new Big(1).minus(pricing.feeShare);
  return beforeShare.lte(0) ? null : converted.plus(pricing.fixedFee).div(beforeShare);
}

const atLeastZero = (value: Big): Big => (value.lt(0) ? new Big(0) : value);
