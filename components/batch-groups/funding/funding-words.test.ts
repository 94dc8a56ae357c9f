import { describe, expect, it } from 'vitest';
import { testFunding, unfunded } from '@/lib/client/batch-groups/test-funding';
import type { BatchFunding } from '@/lib/contracts/batch-funding';
import { wordsOfConversions, wordsOfFunding } from './funding-words';

const payout = { status: 'processing', transfers: 1, amount: '1' };

type Funding = NonNullable<BatchFunding['funding']>;
const unmoved = [{ status: 'incoming_payment_waiting', transfers: 985, amount: '400000' }];
const moving = [...unmoved, { status: 'processing', transfers: 3, amount: '8151.95' }];
const words = (part: Partial<Funding>, transfers = moving) =>
  wordsOfFunding({ ...unfunded, funding: { ...testFunding, ...part }, payout: transfers }, 'GBP', 'UTC');

describe('words of a funding', () => {
  it('what was sent is not called paid before transfers and debit were seen', () => {
    expect(words({})).toMatchObject({
      tone: 'busy',
      title: 'Sent, being confirmed: 3 of 988 transfers moved, debit not seen yet.',
    });
    expect(words({})?.lines.join(' ')).toContain('Begun by Leah Brandt on 22 Nov 2026, 09:41:03');
  });

  it('a lost answer is unknown, and nobody is told to try again', () => {
    const lost = words({ state: 'unknown', readAt: '2026-11-22T09:43:00.000Z' });
    expect(lost).toMatchObject({ tone: 'warn', title: 'We do not know yet whether the money moved.' });
    expect(lost?.lines).toContain('Do not try again: the console asks Wise itself.');
    expect(lost?.lines.at(-1)).toContain('09:43:00');
  });

  it('what was refused moved nothing; what waits for a confirmation is no refusal', () => {
    expect(words({ state: 'refused', code: 'batch_balance_short' }, unmoved)).toMatchObject({
      tone: 'bad',
      title: 'The last try was not done: The balance is too small. No money moved.',
    });
    expect(words({ state: 'refused', code: 'sca_required' }, unmoved)).toMatchObject({ tone: 'warn' });
    expect(words({ state: 'refused', code: 'a_code_of_later' }, unmoved)?.title).toContain('a_code_of_later');
  });

  it('a bank transfer is waited for, and never called debited', () => {
    const shown = words({ way: 'BANK_TRANSFER' });
    expect(shown?.title).toBe('To be paid by bank transfer.');
    expect(JSON.stringify(shown)).not.toContain('debit');
  });

  it('what is done says when; a group nobody began to fund says nothing', () => {
    const at = '2026-11-22T09:44:00.000Z';
    expect(words({ state: 'done', transfersMovedAt: at, debitSeenAt: at })).toMatchObject({
      tone: undefined,
      title: 'Paid from the balance.',
    });
    expect(words({ state: 'started' })?.title).toContain('awaited');
    expect(words({ state: 'released' }, unmoved)?.title).toBe(
      'Open again: two people have agreed that no money moved.',
    );
    expect(words({ state: 'released', way: 'BANK_TRANSFER' }, unmoved)?.title).toContain('by bank transfer');
    expect(wordsOfFunding(unfunded, 'GBP', 'UTC')).toBeUndefined();
    expect(wordsOfFunding({ ...unfunded, payout: [payout] }, 'GBP', 'UTC')).toMatchObject({
      tone: undefined,
      title: 'Paid for outside this console.',
    });
  });

  it('a conversion that nobody agreed to is told with its sums, and not called certain to be for the group', () => {
    expect(wordsOfConversions(testFunding, 'GBP')).toBeUndefined();
    const conversionsSeen = [
      { currency: 'EUR', amount: '288.95' },
      { currency: 'USD', amount: '12' },
    ];
    expect(wordsOfConversions({ ...testFunding, conversionsSeen }, 'GBP')).toMatchObject({
      tone: 'warn',
      title:
        'It looks as if Wise converted 288.95 EUR and 12.00 USD as the group was paid. Nobody had agreed to that.',
      lines: [expect.stringContaining('does not tell what for'), expect.any(String)],
    });
  });

  it('what is debited elsewhere is not called paid before the money is at Wise', () => {
    const initiated = { status: 'incoming_payment_initiated', transfers: 1, amount: '1' };
    const waiting = { status: 'incoming_payment_waiting', transfers: 2, amount: '2' };
    const told = wordsOfFunding({ ...unfunded, payout: [initiated, waiting, payout] }, 'GBP', 'UTC');
    expect(told).toMatchObject({ tone: 'busy', title: 'Being paid outside this console.' });
    expect(told?.lines[0]).toBe('Of 4 transfers, 3 wait for the money to reach Wise.');
    expect(wordsOfFunding({ ...unfunded, payout: [waiting] }, 'GBP', 'UTC')).toBeUndefined();
    for (const state of ['refused', 'released'] as const)
      expect(words({ state })?.title).toBe('Being paid outside this console.');
  });
});
