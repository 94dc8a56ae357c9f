import { expect, it } from 'vitest';
import { testRow } from '@/lib/client/batch-groups/test-row';
import type { BatchRow } from '@/lib/contracts/batch-rows';
import { wordsOfPayout } from './payout-words';

const day = '2026-11-24T23:30:00.000Z';
const words = (part: Partial<BatchRow>, timeZone = 'UTC') =>
  wordsOfPayout({ ...testRow, state: 'in-group', ...part }, timeZone);
const closed = { code: 'ACCOUNT_CLOSED', at: day };

it('of a payment that simply goes its way nothing is said', () => {
  for (const transferStatus of [null, 'incoming_payment_waiting', 'processing', 'outgoing_payment_sent'])
    expect(words({ transferStatus })).toBeUndefined();
  expect(words({ state: 'waiting', transferStatus: 'bounced_back' })).toBeUndefined();
});

it('why it could not be delivered is said in words, and that it must not be sent again yet', () => {
  const told = words({ transferStatus: 'outgoing_payment_sent', payoutFailure: closed });
  expect(told).toMatchObject({ tone: 'warn', title: 'Wise could not deliver it on 24 Nov 2026.' });
  expect(told?.lines[0]).toBe('The payee’s account is closed.');
  expect(told?.lines[1]).toContain('Until then it must not be sent again');
});

it('the day the money came back is that of the person’s zone', () => {
  const back = { transferStatus: 'funds_refunded', transferStatusAt: day, bouncedAt: day };
  expect(words(back)?.title).toBe('The money came back on 24 Nov 2026.');
  expect(words(back, 'Asia/Tokyo')).toEqual({
    tone: undefined,
    title: 'The money came back on 25 Nov 2026.',
    lines: ['The payee’s bank sent it back on 25 Nov 2026.'],
  });
  const again = words({
    ...back,
    sentAgainIn: '6c0a4dbd-4b4c-4b47-9f4c-1b1b7ea2a6d1',
    payoutFailure: closed,
  });
  expect(again?.lines.at(-1)).toBe('It is being sent again in another group.');
});

it('what bounced back may not be sent again before it is refunded', () => {
  for (const transferStatus of ['bounced_back', 'processing', 'cancelled'])
    expect(words({ transferStatus, bouncedAt: day })).toMatchObject({
      tone: 'warn',
      title: 'Bounced back on 24 Nov 2026: the money is on its way back.',
    });
});

it('what was charged back is never to be sent again', () => {
  expect(words({ transferStatus: 'charged_back' })).toMatchObject({
    tone: 'bad',
    title: 'Charged back. Do not send it again: the payee was paid.',
  });
});

it('nobody is promised that Wise tries again by itself, nor told to send it again meanwhile', () => {
  const payoutFailure = { code: 'TECHNICAL_ISSUE_RETRYABLE', at: null };
  const told = words({ transferStatus: 'outgoing_payment_sent', payoutFailure });
  expect(told).toMatchObject({ tone: 'warn', title: 'Wise could not deliver it.' });
  expect(told?.lines.join(' ')).toContain('Until then it must not be sent again.');
  expect(told?.lines.at(-1)).toContain('is not certain');
});

it('a failure is told although the transfer has a status that nobody knows', () => {
  const payoutFailure = { code: 'ACCOUNT_CLOSED', at: null };
  expect(words({ transferStatus: 'a_status_of_later', payoutFailure })?.title).toContain('closed');
});
