import { describe, expect, test } from 'vitest';
import type { WiseQuote } from '../../../wise/resources/quotes.ts';
import { estimateDebit, pricingOf } from './pricing.ts';

const quoteOf = (source: string, target: string, fee: string, more: Partial<WiseQuote> = {}): WiseQuote => ({
  id: 'q',
  sourceCurrency: 'GBP',
  targetCurrency: 'EUR',
  sourceAmount: source,
  targetAmount: target,
  providedAmountType: 'SOURCE',
  payOut: 'BANK_TRANSFER',
  rate: '1.15',
  rateType: 'FIXED',
  status: 'PENDING',
  createdTime: '',
  expirationTime: '',
  notices: null,
  paymentOptions: [
    {
      disabled: false,
      payIn: 'BALANCE',
      payOut: 'BANK_TRANSFER',
      sourceAmount: source,
      targetAmount: target,
      estimatedDelivery: null,
      price: { total: { value: { amount: fee, currency: 'GBP' } } },
      disabledReason: null,
    },
  ],
  ...more,
});

describe('what a payment takes about', () => {
  const pricing = pricingOf(quoteOf('100', '113.85', '1'), quoteOf('1000', '1144.25', '5'));

  test('two examples give the fixed part and the share of the fee', () => {
    expect(pricing?.rate).toBe('1.15');
    expect(Number(pricing?.feeShare)).toBeCloseTo(4 / 900, 12);
    expect(Number(pricing?.fixedFee)).toBeCloseTo(1 - 400 / 900, 12);
  });

  test('a fixed source is what is taken; a fixed target costs what the examples say', () => {
    expect(estimateDebit(pricing ?? undefined, { amount: '77.10', side: 'source' })?.toFixed()).toBe('77.1');
    expect(Number(estimateDebit(pricing ?? undefined, { amount: '1144.25', side: 'target' }))).toBeCloseTo(
      1000,
      6,
    );
    expect(Number(estimateDebit(pricing ?? undefined, { amount: '113.85', side: 'target' }))).toBeCloseTo(
      100,
      6,
    );
  });

  test('without a price nobody knows, but for a fixed source', () => {
    expect(estimateDebit(undefined, { amount: '10', side: 'target' })).toBeNull();
    expect(pricingOf(quoteOf('100', '1', '1', { paymentOptions: [] }), quoteOf('1000', '1', '1'))).toBeNull();
    const blocked = quoteOf('100', '1', '1', { notices: [{ type: 'BLOCKED', text: 'no' }] });
    expect(pricingOf(blocked, quoteOf('1000', '1', '1'))).toBeNull();
  });
});
