import { decimalsOf } from '../core/amounts.ts';
import { printSeconds } from '../core/clock.ts';
import type { World } from '../world.ts';
import { findCurrency } from './currencies.ts';
import { type Price, priceOf } from './pricing.ts';
import type { QuoteRecord } from './records.ts';

/** What a price depends on; a quote that was only tried out has no id and no owner. */
export type QuoteTerms = Omit<QuoteRecord, 'id' | 'profileId' | 'userId' | 'status'> & {
  profileId: number | null;
};

const hour = 3_600_000;
const debited = ['USD', 'CAD'];
/** Emulator choice: how long each way takes; money that arrives on a weekend arrives on Monday at noon. */
const payInHours: Record<string, number> = { BALANCE: 1, BANK_TRANSFER: 8, DIRECT_DEBIT: 72 };
const payOutHours: Record<string, number> = { SWIFT: 40, SWIFT_OUR: 40 };
const otherPayOuts: Record<string, string> = { CAD: 'INTERAC', USD: 'SWIFT' };

/** The ways to pay in, the preferred one first. Wise: direct debits are taken in dollars, US and Canadian. */
export function payInsOf(sourceCurrency: string, preferred: string | null): string[] {
  const all = ['BANK_TRANSFER', 'BALANCE', ...(debited.includes(sourceCurrency) ? ['DIRECT_DEBIT'] : [])];
  return preferred !== null && all.includes(preferred)
    ? [preferred, ...all.filter((payIn) => payIn !== preferred)]
    : all;
}

/** The quote's own first. */
function payOutsOf({ payOut, targetCurrency }: QuoteTerms): string[] {
  const usual = ['BANK_TRANSFER', otherPayOuts[targetCurrency] ?? 'BANK_TRANSFER'];
  return [...new Set([payOut, ...(payOut === 'BALANCE' ? [] : usual)])];
}

interface DisabledReason {
  code: string;
  message: string;
}

/** Emulator choice: an amount that is too small closes every way. The code for a closed way was seen at Wise; the other was not. */
function amountFaultOf({ targetCurrency }: QuoteTerms, targetAmount: number): DisabledReason | null {
  const least = findCurrency(targetCurrency)?.least ?? null;
  if (targetAmount > 0 && (least === null || targetAmount >= least)) return null;
  return {
    code: 'error.amount.too.low',
    message:
      least === null
        ? 'The amount does not cover the fees.'
        : `The recipient must get at least ${least} ${targetCurrency}.`,
  };
}

function closedReasonOf(world: World, quote: QuoteTerms, payIn: string): DisabledReason | null {
  const { profileId, sourceCurrency } = quote;
  if (profileId === null) return null;
  const closed = (message: string) => ({ code: 'error.payInmethod.disabled', message });
  if (payIn === 'BALANCE') {
    const isHeld = world.balances
      .slice(profileId)
      .some(
        (row) =>
          row.currency === sourceCurrency &&
          row.type === 'STANDARD' &&
          row.investmentState === 'NOT_INVESTED',
      );
    return isHeld ? null : closed(`Open a balance in ${sourceCurrency} to pay from it.`);
  }
  if (payIn === 'DIRECT_DEBIT') {
    const isLinked = world.directDebitAccounts
      .slice(profileId)
      .some(({ currency }) => currency === sourceCurrency);
    return isLinked ? null : closed(`Link a bank account in ${sourceCurrency} to pay by direct debit.`);
  }
  return null;
}

/** Whether a transfer can be made of the quote at all, whichever way it is paid. */
export const isTooSmall = (quote: QuoteTerms): boolean => amountFaultOf(quote, quote.targetAmount) !== null;

function deliveryOf(quote: QuoteTerms, payIn: string, payOut: string): number {
  const at = Date.parse(quote.createdTime) + ((payInHours[payIn] ?? 8) + (payOutHours[payOut] ?? 4)) * hour;
  const day = new Date(at).getUTCDay();
  if (day !== 6 && day !== 0) return at;
  const midnight = Math.floor(at / (24 * hour)) * 24 * hour;
  return midnight + (day === 6 ? 60 : 36) * hour;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const printDay = (ms: number): string => {
  const date = new Date(ms);
  return `by ${months[date.getUTCMonth()]} ${date.getUTCDate()}`;
};

const valueOf = (amount: number, currency: string) => ({
  amount,
  currency,
  label: `${amount.toFixed(amount === 0 ? 0 : decimalsOf(currency))} ${currency}`,
});

function printPrice(quote: QuoteTerms, price: Price) {
  const { pricing, sourceCurrency: currency } = quote;
  const item = (type: string, label: string, amount: number) => ({
    type,
    label,
    value: valueOf(amount, currency),
  });
  return {
    priceSetId: 238,
    total: { ...item('TOTAL', 'Total fees', price.total), explanation: { plainText: 'All fees together' } },
    items: [
      item('FEE', 'fee', pricing ? price.total : price.sendFee),
      item('PAYIN', 'payment method', pricing ? 0 : price.payInFee),
    ],
    // Wise: what a partner's price leaves to be charged later.
    ...(pricing ? { deferredFee: { amount: price.sendFee, currency } } : {}),
    calculatedOn: { unroundedAmountToConvert: { amount: price.converted, currency } },
  };
}

export const priceOfWay = (quote: QuoteTerms, payIn: string, payOut: string): Price =>
  priceOf({
    ...quote,
    payIn,
    payOut,
    amount: quote.providedAmountType === 'SOURCE' ? quote.sourceAmount : quote.targetAmount,
  });

/** Every way to pay in and out, the quote's own first. Wise: those that are closed stay listed with the reason. */
export function paymentOptionsOf(world: World, quote: QuoteTerms) {
  const payIns = payInsOf(quote.sourceCurrency, quote.preferredPayIn);
  return payOutsOf(quote).flatMap((payOut) =>
    payIns.map((payIn) => {
      const price = priceOfWay(quote, payIn, payOut);
      const disabledReason = amountFaultOf(quote, price.targetAmount) ?? closedReasonOf(world, quote, payIn);
      const deliveredMs = deliveryOf(quote, payIn, payOut);
      return {
        disabled: disabledReason !== null,
        estimatedDelivery: printSeconds(deliveredMs),
        formattedEstimatedDelivery: printDay(deliveredMs),
        estimatedDeliveryDelays: [],
        fee: {
          transferwise: price.sendFee,
          payIn: price.payInFee,
          discount: 0,
          partner: quote.pricing ? price.total : 0,
          total: price.total,
        },
        price: printPrice(quote, price),
        sourceAmount: price.sourceAmount,
        targetAmount: price.targetAmount,
        sourceCurrency: quote.sourceCurrency,
        targetCurrency: quote.targetCurrency,
        payIn,
        payOut,
        allowedProfileTypes: ['PERSONAL', 'BUSINESS'],
        payInProduct: payIn === 'BALANCE' ? 'BALANCE' : 'CHEAP',
        feePercentage: Number((price.total / (price.sourceAmount || 1)).toFixed(4)),
        ...(disabledReason ? { disabledReason } : {}),
      };
    }),
  );
}
