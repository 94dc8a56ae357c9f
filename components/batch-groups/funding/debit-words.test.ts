import { describe, expect, it } from 'vitest';
import { testDebit, testFunding, unfunded } from '@/lib/client/batch-groups/test-funding';
import type { BatchFunding } from '@/lib/contracts/batch-funding';
import { wordsOfChargeBack, wordsOfDebit, wordsOfSecondDebit } from './debit-words';

type Funding = NonNullable<BatchFunding['funding']>;
type Debit = NonNullable<Funding['debit']>;
const at = '2026-11-22T09:44:00.000Z';
const paid = [{ status: 'outgoing_payment_sent', transfers: 988, amount: '408151.95' }];
const waiting = [{ status: 'incoming_payment_waiting', transfers: 988, amount: '408151.95' }];

function words(part: Partial<Funding>, of: Partial<Debit> = {}, payout: BatchFunding['payout'] = waiting) {
  const debit: Debit = { ...testDebit, ...of };
  const funding: Funding = { ...testFunding, way: 'DIRECT_DEBIT', readAt: at, debit, ...part };
  return wordsOfDebit({ funding, debit, payout, currency: 'USD', timeZone: 'UTC' });
}

describe('words of a direct debit', () => {
  it('on its way, they say who, from which account, and that it takes days', () => {
    expect(words({})).toMatchObject({ tone: 'busy', title: 'The direct debit is on its way.' });
    expect(words({})?.lines[0]).toBe(
      'Begun by Leah Brandt on 22 Nov 2026, 09:41:03 UTC, by direct debit from the account ending 4815, reference “WAGES 11”.',
    );
    expect(words({})?.lines.join(' ')).toContain('It takes days.');
    expect(words({}, { status: 'NEW' })?.title).toBe('The direct debit is asked for.');
    expect(words({}, { status: 'COMPLETED' })?.title).toContain('being confirmed');
  });

  it('a status that nobody knows is told in Wise’s own word', () => {
    expect(words({}, { status: 'ON_HOLD_OF_LATER' })).toMatchObject({
      tone: 'busy',
      title: 'Sent. At Wise the direct debit is ON_HOLD_OF_LATER.',
    });
  });

  it('a lost answer is unknown, and nobody is told to try again', () => {
    const lost = words({ state: 'unknown' }, { status: null, changedAt: null });
    expect(lost).toMatchObject({ tone: 'warn', title: 'We do not know yet whether the account is debited.' });
    expect(lost?.lines.join(' ')).toContain('Do not try again');
  });

  it('charged back, it is a loss: when, how much, and that payees were paid', () => {
    const loss = words({ state: 'done' }, { status: 'CHARGED_BACK' }, paid);
    expect(loss).toMatchObject({
      tone: 'bad',
      title:
        'Charged back on 22 Nov 2026, 09:44:00 UTC: 408,151.95 USD. Do not send again: payees were paid.',
    });
    expect(words({ state: 'done' }, { status: 'CHARGED_BACK' })?.title).not.toContain('payees');
  });

  it('failed, it moved nothing and leaves the other ways; other refusals have words of their own', () => {
    const failed = words({ state: 'refused', code: 'batch_debit_failed' }, { status: 'FAILED' });
    expect(failed).toMatchObject({
      tone: 'bad',
      title: 'The direct debit failed on 22 Nov 2026, 09:44:00 UTC. No money moved.',
    });
    expect(failed?.lines).toContain('The group can be funded again, in whatever way.');
    expect(words({ state: 'refused', code: 'sca_required' })).toBeUndefined();
  });

  it('failed while transfers moved, nobody is told to pay again', () => {
    expect(words({}, { status: 'FAILED' }, paid)).toMatchObject({ tone: 'bad' });
    expect(words({}, { status: 'FAILED' }, paid)?.title).toContain('Do not pay again');
    expect(words({ state: 'done' }, { status: 'FAILED' }, paid)?.title).toContain('in another way');
  });

  it('done, they say that it may be taken back; released and come late, that it had been released', () => {
    const done = words({ state: 'done', transfersMovedAt: at }, { status: 'COMPLETED' }, paid);
    expect(done).toMatchObject({ tone: undefined, title: 'Paid by direct debit.' });
    expect(done?.lines).toContain('The bank may take it back for some weeks yet.');
    expect(words({ state: 'started' }, { status: null })?.title).toContain('awaited');
    expect(words({ state: 'released' }, { status: null })?.title).toContain('no account was debited');
    expect(words({}, { cameLate: true })).toMatchObject({
      tone: 'bad',
      title: 'The direct debit is on its way after all.',
    });
  });

  it('a charge-back is told above the rows, by the debit or by single transfers', () => {
    const told = (status: 'FUNDED' | 'CHARGED_BACK', payout: BatchFunding['payout']) =>
      wordsOfChargeBack(status, { ...unfunded, funding: testFunding, payout }, 'USD');
    expect(told('FUNDED', paid)).toBeUndefined();
    expect(told('CHARGED_BACK', paid)).toMatchObject({
      tone: 'bad',
      title: 'Charged back: do not send again. Payees were paid.',
      lines: [expect.stringContaining('The bank took back 408,151.95 USD that paid for the group.')],
    });
    expect(told('CHARGED_BACK', waiting)?.title).toBe('Charged back: do not send again.');
    const one = { status: 'charged_back', transfers: 1, amount: '12.5' };
    expect(told('FUNDED', [...paid, one])?.lines[0]).toMatch(/^1 transfer, 12.50 USD: .* paid for it was/);
  });

  it('a second debit beside another funding may pay twice', () => {
    const second = wordsOfSecondDebit({ status: 'PROCESSING', startedAt: at, amount: '10' }, 'USD', 'UTC');
    expect(second.tone).toBe('bad');
    expect(second.title).toContain('paid twice');
    expect(second.lines[0]).toContain('10.00 USD');
  });
});
