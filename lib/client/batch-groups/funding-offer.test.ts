import { describe, expect, it } from 'vitest';
import { type BatchGroupStatus, batchGroupStatusValues } from '../../catalogues/batch-statuses.ts';
import type { Balance, BatchFunding } from '../../contracts/batch-funding.ts';
import {
  hasPayout,
  offerDirectDebit,
  offerPayIn,
  offerToCancel,
  offerToFund,
  payingBalance,
  shortBy,
} from './funding-offer.ts';
import { testFunding, unfunded } from './test-funding.ts';

const balance: Balance = {
  id: '1',
  currency: 'GBP',
  type: 'STANDARD',
  name: null,
  investmentState: 'NOT_INVESTED',
  available: '100.00',
  reserved: null,
  isOperable: true,
};
const byTransfer: BatchFunding = { ...unfunded, funding: { ...testFunding, way: 'BANK_TRANSFER' } };
const group = (status: BatchGroupStatus, origin: 'console' | 'wise' = 'console') => ({
  origin,
  status,
  sourceCurrency: 'GBP',
});
const toAsk: NonNullable<BatchFunding['before']> = {
  takes: '100',
  quotes: { ended: 0, atSending: '100', now: '100' },
  approval: {
    state: 'to-ask',
    why: 'never-asked',
    needed: 1,
    amount: '100',
    ceiling: null,
    approvalId: null,
    approvedBy: [],
    people: [],
    isYoursAlone: false,
  },
};
const closed = { group: group('CLOSED'), funding: unfunded, balance, isLost: false };

describe('paying from the balance', () => {
  it('is open for a closed group that the balance covers to the cent', () => {
    expect(offerToFund(closed)).toEqual({});
    expect(offerToFund({ ...closed, funding: { ...unfunded, total: '100.01' } })?.notNow).toBe(
      'The balance is short by 0.01 GBP. Add money first.',
    );
  });

  it('says why it is not open', () => {
    const why = (part: Partial<Parameters<typeof offerToFund>[0]>) =>
      offerToFund({ ...closed, ...part })?.notNow;
    expect(why({ group: group('RUNNING') })).toBe('Opens when the group is closed.');
    const elsewhere = group('CLOSED', 'wise');
    expect(why({ group: elsewhere, funding: { ...unfunded, total: null } })).toContain(
      'being read from Wise',
    );
    expect(why({ group: elsewhere, funding: { ...unfunded, before: toAsk } })).toContain('approve it first');
    expect(why({ group: elsewhere })).toBeUndefined();
    expect(why({ funding: undefined })).toContain('being read');
    expect(why({ funding: { ...unfunded, total: null } })).toContain('every transfer');
    expect(why({ balance: undefined })).toContain('not been read');
    expect(why({ balance: null })).toBe('There is no GBP balance that can be paid from.');
    expect(why({ group: group('CONFIRMING'), funding: byTransfer })).toContain('bank transfer');
    // Two people said that nothing was sent; it is being paid elsewhere.
    const released: BatchFunding = {
      ...unfunded,
      funding: { ...testFunding, way: 'BANK_TRANSFER', state: 'released' },
    };
    expect(why({ group: group('CONFIRMING'), funding: released })).toBeUndefined();
  });

  it('is open although the balance is short once somebody agreed to a conversion, and says what else is missing', () => {
    const approval = {
      state: 'approved' as const,
      why: null,
      needed: 1,
      amount: '100',
      ceiling: '102',
      approvalId: null,
      approvedBy: ['Tom Ashby'],
      people: [],
      isYoursAlone: false,
    };
    const before = { takes: '100.01', quotes: { ended: 1, atSending: '100', now: '100.01' }, approval };
    const offer = (change: Partial<typeof approval>, more: Partial<Parameters<typeof offerToFund>[0]> = {}) =>
      offerToFund({
        ...closed,
        funding: { ...unfunded, before: { ...before, approval: { ...approval, ...change } } },
        ...more,
      });
    expect(offer({})?.notNow, 'by the prices of now').toContain('short by 0.01 GBP');
    expect(offer({}, { mayConvert: true })).toEqual({});
    expect(offer({ isYoursAlone: true }, { mayConvert: true })?.notNow).toContain('You alone');
    const of = (state: 'waiting' | 'to-ask') =>
      offerToFund({
        ...closed,
        funding: { ...unfunded, before: { ...before, approval: { ...approval, state } } },
      });
    expect(of('waiting')?.notNow).toBe('It waits for approval.');
    expect(of('to-ask')?.notNow).toBe('Other people have to approve it first.');
    const unapproved = {
      ...unfunded,
      before: { ...before, approval: { ...approval, state: 'to-ask' as const } },
    };
    const words = 'Other people have to approve it first.';
    expect(offerPayIn({ ...closed, funding: unapproved })?.notNow).toBe(words);
    const dollars = { ...closed.group, sourceCurrency: 'USD' };
    expect(offerDirectDebit({ ...closed, group: dollars, funding: unapproved })?.notNow).toBe(words);
    const unpriced = { ...unfunded, before: { ...before, takes: null } };
    expect(offerToFund({ ...closed, funding: unpriced })?.notNow).toContain('no prices now');
  });

  it('is never open while an answer is missing, nor once somebody has begun', () => {
    expect(offerToFund({ ...closed, isLost: true })?.notNow).toContain('do not know');
    for (const status of ['CONFIRMING', 'FUNDING_UNKNOWN', 'FUNDED', 'CANCELLING'] as const)
      expect(offerToFund({ ...closed, group: group(status) })).toBeUndefined();
  });
});

it('nothing is on its way before one transfer moved, nor while the end is unknown', () => {
  const waiting = [{ status: 'incoming_payment_waiting', transfers: 2, amount: '100' }];
  const moving = [...waiting, { status: 'processing', transfers: 1, amount: '5' }];
  expect(hasPayout(group('CONFIRMING'), { payout: waiting })).toBe(false);
  expect(hasPayout(group('CONFIRMING'), undefined)).toBe(false);
  expect(hasPayout(group('CONFIRMING'), { payout: moving })).toBe(true);
  expect(hasPayout(group('FUNDING_UNKNOWN'), { payout: moving })).toBe(false);
  expect(hasPayout(group('FUNDED'), undefined)).toBe(true);
});

it('pay-in details may be shown again, and not beside another way', () => {
  expect(offerPayIn(closed)).toEqual({});
  for (const funding of [undefined, { ...unfunded, total: null }, { ...unfunded, before: toAsk }])
    expect(offerPayIn({ ...closed, funding })?.notNow).toBeDefined();
  expect(offerPayIn({ ...closed, isLost: true })?.notNow).toContain('do not know');
  expect(offerPayIn({ ...closed, group: group('CONFIRMING'), funding: byTransfer })).toEqual({});
  expect(offerPayIn({ ...closed, group: group('CONFIRMING') })).toBeUndefined();
  expect(offerPayIn({ ...closed, group: group('FUNDING_UNKNOWN') })).toBeUndefined();
});

describe('paying by direct debit', () => {
  const dollars = (status: BatchGroupStatus, origin: 'console' | 'wise' = 'console') => ({
    ...group(status, origin),
    sourceCurrency: 'USD',
  });
  const offer = (part: Partial<Parameters<typeof offerDirectDebit>[0]>) =>
    offerDirectDebit({ ...closed, group: dollars('CLOSED'), ...part });

  it('is there for groups in dollars, American and Canadian, whatever the balance holds', () => {
    expect(offer({})).toEqual({});
    expect(offer({ group: { ...dollars('CLOSED'), sourceCurrency: 'CAD' } })).toEqual({});
    for (const sourceCurrency of ['GBP', 'EUR', 'AUD'])
      expect(offer({ group: { ...dollars('CLOSED'), sourceCurrency } })).toBeUndefined();
  });

  it('says why it is not open', () => {
    expect(offer({ group: dollars('RUNNING') })?.notNow).toBe('Opens when the group is closed.');
    expect(
      offer({ group: dollars('CLOSED', 'wise'), funding: { ...unfunded, total: null } })?.notNow,
    ).toContain('being read from Wise');
    expect(offer({ funding: { ...unfunded, before: toAsk } })?.notNow).toContain('approve it first');
    expect(offer({ funding: undefined })?.notNow).toContain('being read');
    expect(offer({ funding: { ...unfunded, total: null } })?.notNow).toContain('every transfer');
    expect(offer({ isLost: true })?.notNow).toContain('do not know');
  });

  it('is gone once somebody has begun, by whatever way, and for ever after a charge-back', () => {
    for (const status of ['CONFIRMING', 'FUNDING_UNKNOWN', 'FUNDED', 'CHARGED_BACK', 'CANCELLING'] as const)
      for (const one of [
        offer({ group: dollars(status) }),
        offerToFund({ ...closed, group: dollars(status) }),
      ])
        expect(one).toBeUndefined();
  });
});

it('a group is cancelled as long as nobody has begun to fund it, and only once it is at Wise', () => {
  const open = batchGroupStatusValues.filter((status) => {
    const offer = offerToCancel({ status, wiseId: 'x' });
    return offer && offer.notNow === undefined;
  });
  expect(open).toEqual([
    ...['OPEN', 'WAITING_FOR_APPROVAL', 'RUNNING', 'PAUSED'],
    ...['ROWS_TO_MEND', 'ROWS_TO_SEND', 'NOTHING_IN_IT', 'READY_TO_CLOSE', 'CLOSED'],
  ]);
  expect(offerToCancel({ status: 'FUNDED', wiseId: 'x' })?.notNow).toContain('funded');
  expect(offerToCancel({ status: 'FUNDING_UNKNOWN', wiseId: 'x' })?.notNow).toContain('begun');
  expect(offerToCancel({ status: 'CANCELLED', wiseId: 'x' })).toBeUndefined();
  expect(offerToCancel({ status: 'OPEN', wiseId: null })).toBeUndefined();
});

it('only the one usable balance of the currency pays', () => {
  const jar: Balance = { ...balance, id: '2', type: 'SAVINGS' };
  const invested: Balance = { ...balance, id: '3', isOperable: false };
  expect(payingBalance([jar, invested, balance], 'GBP')?.id).toBe('1');
  expect(payingBalance([jar, invested], 'GBP')).toBeUndefined();
  expect(shortBy(balance, '150.5')).toBe('50.5');
  expect(shortBy(balance, null)).toBeUndefined();
});
