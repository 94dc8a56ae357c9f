import { printSeconds } from '../core/clock.ts';
import { rateBetween } from '../core/rates.ts';
import { payInsOf, priceOfWay, type QuoteTerms } from './payment-options.ts';
import { quoteLifeMs } from './quotes.ts';
import type { QuoteRecord, RecipientRecord } from './records.ts';

export interface QuoteRequest {
  profileId: number | null;
  sourceCurrency: string;
  targetCurrency: string;
  providedAmountType: 'SOURCE' | 'TARGET';
  amount: number;
  payOut: string;
  preferredPayIn: string | null;
  targetAccount: number | null;
  pricing: QuoteRecord['pricing'];
  transferNature: string | null;
}

/**
 * The amounts are those of the preferred way to pay in.
 * Wise: where none is named they are a bank transfer's, and then differ from what paying from a balance costs.
 */
function withPrice<T extends QuoteTerms>(quote: T): T {
  const [payIn = 'BANK_TRANSFER'] = payInsOf(quote.sourceCurrency, quote.preferredPayIn);
  const { sourceAmount, targetAmount, total } = priceOfWay(quote, payIn, quote.payOut);
  return { ...quote, sourceAmount, targetAmount, fee: total };
}

/** @param nowMs the quote is good for 30 minutes, or as long as is said, from the full second before it */
export function makeQuote(request: QuoteRequest, nowMs: number, lifeMs = quoteLifeMs): QuoteTerms {
  const { amount, ...terms } = request;
  const createdMs = Math.floor(nowMs / 1000) * 1000;
  return withPrice({
    ...terms,
    sourceAmount: amount,
    targetAmount: amount,
    fee: 0,
    rate: rateBetween(terms.sourceCurrency, terms.targetCurrency),
    createdTime: printSeconds(createdMs),
    expirationTime: printSeconds(createdMs + lifeMs),
  });
}

type QuoteChange = Partial<Pick<QuoteRecord, 'payOut' | 'targetAccount' | 'pricing' | 'transferNature'>>;

/** Rate and expiry stay; what was provided stays; the rest follows. */
export const changeQuote = (quote: QuoteRecord, change: QuoteChange): QuoteRecord =>
  withPrice({ ...quote, ...change });

const payOutsOfSwift = ['SWIFT', 'SWIFT_OUR'];

/** Wise: the recipient decides how money is paid out: `swift_code` over SWIFT, `interac` over Interac. */
export function payOutTo(recipient: RecipientRecord, wanted: string): string {
  if (recipient.type === 'swift_code') return payOutsOfSwift.includes(wanted) ? wanted : 'SWIFT';
  if (recipient.type === 'interac') return 'INTERAC';
  return [...payOutsOfSwift, 'INTERAC'].includes(wanted) ? 'BANK_TRANSFER' : wanted;
}
