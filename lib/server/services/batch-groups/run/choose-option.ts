import 'server-only';
import type { WiseQuote } from '../../../wise/resources/quotes.ts';

/** What a transfer on this quote takes from the balance, and what arrives. Decimals as text. */
export interface Price {
  sourceAmount: string;
  targetAmount: string;
  fee: string;
  rate: string | null;
}

/**
 * Wise: the option is the one whose pay-out is the quote's own and whose pay-in is how it will be funded.
 * @returns `blocked` where Wise forbids the payment; null where a balance cannot pay for it
 */
export function priceOf(quote: WiseQuote): Price | 'blocked' | null {
  if (quote.notices?.some(({ type }) => type === 'BLOCKED')) return 'blocked';
  const option = quote.paymentOptions?.find(
    ({ payIn, payOut }) => payIn === 'BALANCE' && payOut === (quote.payOut ?? payOut),
  );
  if (!option || option.disabled || option.sourceAmount === null || option.targetAmount === null) return null;
  return {
    sourceAmount: option.sourceAmount,
    targetAmount: option.targetAmount,
    fee: option.price?.total.value.amount ?? '0',
    rate: quote.rate,
  };
}
