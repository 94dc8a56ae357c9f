import { printSeconds } from '../core/clock.ts';
import { paymentOptionsOf, type QuoteTerms } from '../money/payment-options.ts';
import { noticesOf } from '../money/quote-notices.ts';
import { type QuoteStatus, quoteStatusOf } from '../money/quotes.ts';
import type { QuoteRecord } from '../money/records.ts';
import type { World } from '../world.ts';

/** Emulator choice: the rate is shown as locked for three days, as in Wise's example; the quote itself ends after its half hour. */
const rateLockedMs = 3 * 24 * 60 * 60 * 1000;

function printTerms(world: World, quote: QuoteTerms, status: QuoteStatus) {
  const { pricing } = quote;
  return {
    sourceCurrency: quote.sourceCurrency,
    targetCurrency: quote.targetCurrency,
    sourceAmount: quote.sourceAmount,
    targetAmount: quote.targetAmount,
    payOut: quote.payOut,
    preferredPayIn: quote.preferredPayIn ?? 'BANK_TRANSFER',
    rate: quote.rate,
    createdTime: quote.createdTime,
    rateType: 'FIXED',
    rateExpirationTime: printSeconds(Date.parse(quote.createdTime) + rateLockedMs),
    guaranteedTargetAmountAllowed: true,
    targetAmountAllowed: true,
    guaranteedTargetAmount: quote.providedAmountType === 'TARGET',
    providedAmountType: quote.providedAmountType,
    ...(pricing ? { pricingConfiguration: { fee: { type: 'OVERRIDE', ...pricing } } } : {}),
    paymentOptions: paymentOptionsOf(world, quote),
    status,
    expirationTime: quote.expirationTime,
    notices: noticesOf(quote),
  };
}

export const printQuote = (world: World, quote: QuoteRecord) => ({
  id: quote.id,
  ...printTerms(world, quote, quoteStatusOf(quote, world.clock.now())),
  user: quote.userId,
  profile: quote.profileId,
});

/** Wise: an example has no id that a transfer could be made with. Emulator choice: it has none at all, and no owner. */
export const printExampleQuote = (world: World, quote: QuoteTerms) => printTerms(world, quote, 'PENDING');
