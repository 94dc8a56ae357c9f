import { describe, expect, it } from 'vitest';
import type { ExportedFigures } from '../../../../contracts/card-transactions.ts';
import { areSame } from './figures.ts';

const pounds = (amount: string) => ({ amount, currency: 'GBP' });
const payment: ExportedFigures = {
  state: 'COMPLETED',
  type: 'ECOM_PURCHASE',
  transactionAmount: pounds('5'),
  billingAmount: pounds('5'),
  declineReason: null,
  detailedDeclineReason: null,
};

describe('what an export told and what is told now', () => {
  it.each<[string, Partial<ExportedFigures>]>([
    ['nothing', {}],
    ['zeros behind the point', { transactionAmount: pounds('5.00') }],
  ])('is the same with another writing of %s', (_, change) => {
    expect(areSame(payment, { ...payment, ...change })).toBe(true);
  });
  it.each<[string, Partial<ExportedFigures>]>([
    ['state', { state: 'CANCELLED' }],
    ['type', { type: 'REFUND' }],
    ['amount', { transactionAmount: pounds('4.99') }],
    ['currency', { transactionAmount: { amount: '5', currency: 'EUR' } }],
    ['billed amount', { billingAmount: pounds('9007199254740993.01') }],
    ['billed amount that is gone', { billingAmount: null }],
    ['reason', { declineReason: 'INCORRECT_PIN' }],
    ['detail of the reason', { detailedDeclineReason: 'INCORRECT_CVV2' }],
  ])('is not with another %s', (_, change) => {
    expect(areSame(payment, { ...payment, ...change })).toBe(false);
    expect(areSame({ ...payment, ...change }, payment)).toBe(false);
  });
});
