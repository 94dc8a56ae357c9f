import { expect, it } from 'vitest';
import { transferStatuses } from '../../catalogues/batch-statuses.ts';
import { countMoved, parsePayoutPart, partOf, sumOfStatus, sumsByPart } from './payout.ts';

const sum = (status: string, transfers: number, amount: string) => ({ status, transfers, amount });

it('every status of Wise has its place, and one nobody knows is looked at', () => {
  const parts = Object.keys(transferStatuses).map((status) => [status, partOf(status)]);
  expect(Object.fromEntries(parts)).toEqual({
    incoming_payment_waiting: 'moving',
    incoming_payment_initiated: 'moving',
    processing: 'moving',
    funds_converted: 'moving',
    outgoing_payment_sent: 'sent',
    bounced_back: 'attention',
    charged_back: 'charged-back',
    funds_refunded: 'returned',
    cancelled: 'returned',
    unknown: 'attention',
  });
  expect(partOf('teleported')).toBe('attention');
  expect(partOf('toString')).toBe('attention');
});

it('transfers and money are added up for each place, to the cent', () => {
  const payout = [
    sum('processing', 2, '0.1'),
    sum('funds_converted', 1, '0.2'),
    sum('charged_back', 1, '12.50'),
  ];
  expect(sumsByPart(payout)).toEqual([
    { part: 'sent', sum: { transfers: 0, amount: '0' } },
    { part: 'moving', sum: { transfers: 3, amount: '0.3' } },
    { part: 'attention', sum: { transfers: 0, amount: '0' } },
    { part: 'charged-back', sum: { transfers: 1, amount: '12.5' } },
    { part: 'returned', sum: { transfers: 0, amount: '0' } },
  ]);
  expect(sumOfStatus(payout, 'charged_back')).toEqual({ transfers: 1, amount: '12.5' });
});

it('a transfer that waits for money, or of which nothing is known, has not moved', () => {
  expect(
    countMoved([sum('incoming_payment_waiting', 5, '1'), sum('unknown', 4, '1'), sum('processing', 3, '1')]),
  ).toBe(3);
});

it('an invented place is no filter', () => {
  expect(parsePayoutPart('sent')).toBe('sent');
  expect(parsePayoutPart('received')).toBeUndefined();
  expect(parsePayoutPart(null)).toBeUndefined();
});
