import { expect, it } from 'vitest';
import { hasEstimate, offerReceipt } from './payout-offer.ts';
import { testRow } from './test-row.ts';

const row = (transferStatus: string, bouncedAt: string | null = null) => ({
  ...testRow,
  state: 'in-group' as const,
  transferId: '1',
  transferStatus,
  bouncedAt,
});

it('the receipt is there once the payment was sent; before and after that the button says why not', () => {
  expect(offerReceipt(testRow)).toBeUndefined();
  expect(offerReceipt(row('outgoing_payment_sent'))).toEqual({});
  expect(offerReceipt(row('incoming_payment_waiting'))?.notNow).toContain('once the payment was sent');
  expect(offerReceipt(row('processing'))?.notNow).toContain('once the payment was sent');
  expect(offerReceipt(row('processing', '2026-11-22T09:00:00Z'))?.notNow).toContain('did not arrive');
  expect(offerReceipt(row('funds_refunded'))?.notNow).toContain('did not arrive');
});

it('when it arrives is asked only of what is on its way', () => {
  const told = ['incoming_payment_waiting', 'processing', 'outgoing_payment_sent', 'funds_refunded'];
  expect(told.map((status) => hasEstimate(row(status)))).toEqual([false, true, true, false]);
  const failed = { ...row('outgoing_payment_sent'), payoutFailure: { code: 'WRONG_NAME', at: null } };
  expect(hasEstimate(failed)).toBe(false);
  expect(hasEstimate(testRow)).toBe(false);
});
