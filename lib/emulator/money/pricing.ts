import Big from 'big.js';
import { decimalsOf } from '../core/amounts.ts';
import { rateBetween } from '../core/rates.ts';
import { findCurrency } from './currencies.ts';

export interface PriceRequest {
  sourceCurrency: string;
  targetCurrency: string;
  providedAmountType: 'SOURCE' | 'TARGET';
  /** In the currency that it was provided in. */
  amount: number;
  rate: number;
  payIn: string;
  payOut: string;
  /** What a partner asks for in place of the usual price; `fixed` is in the source currency. */
  pricing: { variable: number; fixed: number } | null;
}

/** Amounts in major units; the fees are part of the source amount. */
export interface Price {
  sourceAmount: number;
  targetAmount: number;
  /** The usual price of sending, and of the way to pay in. */
  sendFee: number;
  payInFee: number;
  total: number;
  /** What is converted, before it is rounded. */
  converted: number;
}

/** Emulator choice: what each way costs; parts in pounds, and shares of what is sent. */
const payInFees: Record<string, { fixed: number; variable: number }> = {
  BANK_TRANSFER: { fixed: 0.21, variable: 0 },
  DIRECT_DEBIT: { fixed: 0, variable: 0.0015 },
};
const payOutFees: Record<string, number> = { INTERAC: 0.55, SWIFT: 3.6, SWIFT_OUR: 6.9 };
const free = { fixed: 0, variable: 0 };

const inMinor = (amount: Big, currency: string, rounding: Big.RoundingMode): Big =>
  amount.times(10 ** decimalsOf(currency)).round(0, rounding);
const inMajor = (minor: Big, currency: string): Big => minor.div(10 ** decimalsOf(currency));

interface FeeRule {
  /** In the source currency's smallest unit. */
  fixed: Big;
  variable: Big;
}

function feeRule(part: { fixed: number; variable: number }, currency: string): FeeRule {
  const fixed = Big(part.fixed).times(rateBetween('GBP', currency));
  return { fixed: inMinor(fixed, currency, Big.roundUp), variable: Big(part.variable) };
}

const feeOf = ({ fixed, variable }: FeeRule, sourceMinor: Big): Big =>
  fixed.plus(sourceMinor.times(variable).round(0, Big.roundUp));

function sendRule({ payOut, sourceCurrency, targetCurrency }: PriceRequest): FeeRule {
  const usual = findCurrency(targetCurrency)?.fee ?? free;
  // Nothing is converted where both are the same.
  const variable = sourceCurrency === targetCurrency ? 0 : usual.variable;
  return feeRule({ fixed: usual.fixed + (payOutFees[payOut] ?? 0), variable }, sourceCurrency);
}

/**
 * What one way to pay in and out costs. The amount that was provided stays exactly as it is; the other one follows from it
 * in whole smallest units. Where the fees eat up the amount, nothing arrives.
 */
export function priceOf(request: PriceRequest): Price {
  const { amount, pricing, providedAmountType, sourceCurrency, targetCurrency } = request;
  const rate = Big(request.rate);
  const send = sendRule(request);
  const payIn = feeRule(payInFees[request.payIn] ?? free, sourceCurrency);
  const charged: FeeRule = pricing
    ? {
        fixed: inMinor(Big(pricing.fixed), sourceCurrency, Big.roundUp),
        variable: Big(pricing.variable),
      }
    : { fixed: send.fixed.plus(payIn.fixed), variable: send.variable.plus(payIn.variable) };

  let source: Big;
  let total: Big;
  let target: Big;
  if (providedAmountType === 'SOURCE') {
    source = inMinor(Big(amount), sourceCurrency, Big.roundHalfUp);
    total = feeOf(charged, source);
    if (total.gt(source)) total = source;
    target = inMinor(inMajor(source.minus(total), sourceCurrency).times(rate), targetCurrency, Big.roundDown);
  } else {
    target = inMinor(Big(amount), targetCurrency, Big.roundHalfUp);
    const converted = inMinor(inMajor(target, targetCurrency).div(rate), sourceCurrency, Big.roundUp);
    source = converted.plus(charged.fixed).div(Big(1).minus(charged.variable)).round(0, Big.roundUp);
    total = source.minus(converted);
  }
  const wholePayInFee = feeOf(payIn, source);
  const payInFee = wholePayInFee.gt(total) ? total : wholePayInFee;
  const major = (minor: Big, currency: string) => inMajor(minor, currency).toNumber();
  return {
    sourceAmount: major(source, sourceCurrency),
    targetAmount: major(target, targetCurrency),
    sendFee: major(pricing ? feeOf(send, source) : total.minus(payInFee), sourceCurrency),
    payInFee: major(payInFee, sourceCurrency),
    total: major(total, sourceCurrency),
    converted: major(source.minus(total), sourceCurrency),
  };
}
