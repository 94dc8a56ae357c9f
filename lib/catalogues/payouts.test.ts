import { expect, it } from 'vitest';
import { lookOfPayout, payoutStatusOf } from './payouts.ts';

const plain = { transferStatus: 'outgoing_payment_sent', hasBounced: false, failureCode: null };

it('what Wise says stands, and where it says nothing that is said', () => {
  expect(payoutStatusOf(plain)).toBe('outgoing_payment_sent');
  expect(payoutStatusOf({ ...plain, transferStatus: 'teleported' })).toBe('teleported');
  expect(payoutStatusOf({ ...plain, transferStatus: null })).toBe('unknown');
});

it('a payment that bounced is on its way back until it is refunded, never processing again', () => {
  const after = (transferStatus: string) => payoutStatusOf({ ...plain, hasBounced: true, transferStatus });
  expect(['bounced_back', 'processing', 'cancelled', 'funds_refunded'].map(after)).toEqual([
    'bounced_back',
    'coming_back',
    'coming_back',
    'funds_refunded',
  ]);
});

it('a payout that failed is not delivered though its status stays, also where Wise may try again', () => {
  expect(payoutStatusOf({ ...plain, failureCode: 'ACCOUNT_CLOSED' })).toBe('not_delivered');
  expect(payoutStatusOf({ ...plain, failureCode: 'NEW_MOON' })).toBe('not_delivered');
  expect(payoutStatusOf({ ...plain, failureCode: 'TECHNICAL_ISSUE_RETRYABLE' })).toBe('not_delivered');
  expect(payoutStatusOf({ ...plain, failureCode: 'ACCOUNT_CLOSED', transferStatus: 'funds_refunded' })).toBe(
    'funds_refunded',
  );
});

it('each has a word and a mark', () => {
  expect(lookOfPayout('not_delivered').word).toBe('Not delivered');
  expect(lookOfPayout('funds_refunded').word).toBe('Refunded');
  expect(lookOfPayout('teleported').word).toBe('teleported');
});
