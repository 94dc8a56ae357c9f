import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GuardedReason } from '../../catalogues/decline-reasons/guarded-reason.ts';
import type { Transaction } from '../../wise/resources/to-wise-transaction.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { matcherFor } from './filters.ts';
import { guessSpendingPermissions } from './guess-spending-permissions.ts';
import { netPerBalance } from './net.ts';
import { visibleRange } from './range.ts';
import { findLikelyOriginal, findLikelyRefunds, findSecondTry } from './related.ts';

const now = new Date('2026-11-21T12:00:00Z');
const operator = { role: 'operator', flags: [] } as const;
const compliance = { role: 'compliance', flags: [] } as const;
let id = 1000;

function transaction(more: Partial<Transaction> = {}): Transaction {
  id += 1;
  return {
    id: String(id),
    cardToken: 'card',
    type: 'POS_PURCHASE',
    state: 'COMPLETED',
    reason: undefined,
    creationTime: '2026-11-20T10:00:00.000Z',
    modificationTime: '2026-11-20T10:00:00.000Z',
    purgeTime: null,
    transactionAmount: { amount: '12.50', currency: 'EUR' },
    fees: [],
    transactionAmountWithFees: null,
    billingAmount: { amount: '10.9', currency: 'GBP' },
    merchant: {
      name: 'Casa Ondina',
      country: 'PT',
      city: 'Porto',
      zipCode: null,
      mcc: '5812',
      category: null,
    },
    authorisationMethod: 'CHIP',
    approvalCode: '913647',
    arn: null,
    pinValidationResult: null,
    balanceChannelReferenceId: null,
    ...more,
  };
}
const declined = (reason: string, more: Partial<Transaction> = {}) =>
  transaction({ state: 'DECLINED', reason: GuardedReason.of('DECLINED', reason, null), ...more });
const at = (time: string) => ({ creationTime: `2026-11-20T${time}.000Z` });
const amount = (value: string, currency = 'EUR') => ({ transactionAmount: { amount: value, currency } });

describe('the range that Wise still shows', () => {
  test.each([
    [undefined, undefined, '2026-08-23T12:01:00.000Z', '2026-11-21T12:00:00.000Z', false],
    ['2026-11-01T00:00:00+02:00', undefined, '2026-10-31T22:00:00.000Z', '2026-11-21T12:00:00.000Z', false],
    [
      '2025-01-01T00:00:00Z',
      '2026-11-01T00:00:00Z',
      '2026-08-23T12:01:00.000Z',
      '2026-11-01T00:00:00.000Z',
      true,
    ],
    [
      '2025-01-01T00:00:00Z',
      '2025-02-01T00:00:00Z',
      '2026-08-23T12:01:00.000Z',
      '2026-08-23T12:01:00.000Z',
      true,
    ],
    ['2026-08-23T12:00:30Z', undefined, '2026-08-23T12:01:00.000Z', '2026-11-21T12:00:00.000Z', false],
  ])('%s to %s', (from, to, begin, end, isCut) => {
    const range = visibleRange(from, to, now);
    expect([range.from.toISOString(), range.to.toISOString(), range.isCut]).toEqual([begin, end, isCut]);
  });

  test('upside down is refused, in any zone', () => {
    expect(() => visibleRange('2026-11-20T00:00:00Z', '2026-11-19T00:00:00Z', now)).toThrow();
    expect(() => visibleRange('2026-11-20T00:30:00+01:00', '2026-11-19T23:15:00Z', now)).toThrow();
    expect(() => visibleRange('2026-11-20T00:30:00+01:00', '2026-11-19T23:30:00Z', now)).not.toThrow();
  });
});

test('a cursor holds its place, and is refused by another card or when it is none', () => {
  const place = { lastId: '9223372036854775807', creationTime: '2026-11-20T10:00:00.000Z' };
  expect(readCursor('card', writeCursor('card', place))).toEqual(place);
  expect(readCursor('card', undefined)).toBeUndefined();
  expect(() => readCursor('other', writeCursor('card', place))).toThrow();
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => readCursor('card', text)).toThrow();
    }),
  );
});

describe('a second try', () => {
  const first = declined('CONTACTLESS_PIN_ENTRY_REQUIRED', at('10:00:00'));
  test('is the same sum at the same shop within the hour after', () => {
    const second = transaction({
      ...at('10:04:00'),
      ...amount('12.5'),
      merchant: { ...first.merchant, name: ' casa ondina' },
    });
    const later = transaction(at('10:30:00'));
    expect(findSecondTry(first, [later, second])?.id).toBe(second.id);
    expect(findSecondTry(first, [transaction({ ...at('10:59:59'), state: 'IN_PROGRESS' })])).toBeDefined();
  });
  test.each([
    ['before it', at('09:59:59')],
    ['more than an hour later', at('11:00:01')],
    ['another sum', { ...at('10:04:00'), ...amount('12.51') }],
    ['another currency', { ...at('10:04:00'), ...amount('12.50', 'GBP') }],
    ['another shop', { ...at('10:04:00'), merchant: { ...first.merchant, name: 'Velo Rail' } }],
    ['declined again', { ...at('10:04:00'), state: 'DECLINED' }],
    ['a refund', { ...at('10:04:00'), type: 'REFUND' }],
  ])('is not %s', (_, more) => {
    expect(findSecondTry(first, [transaction(more)])).toBeUndefined();
  });
  test('of a shop without a name is not looked for', () => {
    const nameless = { ...first.merchant, name: null };
    const one = declined('PROCESSING_ERROR', { ...at('10:00:00'), merchant: nameless });
    expect(findSecondTry(one, [transaction({ ...at('10:01:00'), merchant: nameless })])).toBeUndefined();
  });
});

describe('refunds', () => {
  const big = transaction({ ...at('08:00:00'), ...amount('40') });
  const small = transaction({ ...at('09:00:00'), ...amount('12.50') });
  test('the same sum is likelier than the newest, an equal ARN than either', () => {
    const refund = transaction({ type: 'REFUND', ...at('12:00:00'), ...amount('-12.5') });
    const newest = transaction({ ...at('11:00:00'), ...amount('90') });
    expect(findLikelyOriginal(refund, [big, small, newest])?.id).toBe(small.id);
    expect(findLikelyOriginal({ ...refund, ...amount('30') }, [big, small, newest])?.id).toBe(newest.id);
    const arn = { arn: '0430' };
    expect(findLikelyOriginal({ ...refund, ...arn }, [{ ...big, ...arn }, small])?.id).toBe(big.id);
  });
  test('nothing smaller, later, declined or elsewhere is its original', () => {
    const refund = transaction({ type: 'REFUND', ...at('08:30:00'), ...amount('50') });
    expect(findLikelyOriginal(refund, [big, small, declined('INCORRECT_PIN', amount('90'))])).toBeUndefined();
    expect(findLikelyOriginal(small, [big])).toBeUndefined();
  });
  test('a purchase may have several', () => {
    const refunds = ['11:00:00', '12:00:00'].map((time) =>
      transaction({ type: 'REFUND', ...at(time), ...amount('20') }),
    );
    expect(findLikelyRefunds(big, [...refunds, small])).toHaveLength(2);
    expect(findLikelyRefunds(small, [...refunds, big])).toHaveLength(0);
  });
});

describe('filters', () => {
  const all = [
    declined('CARD_FROZEN'),
    declined('SUSPECTED_FRAUD_AML'),
    declined(''),
    transaction({ arn: '04300014', merchant: { ...transaction().merchant, name: null, city: null } }),
  ];
  const found = (reader: typeof operator | typeof compliance, filters: Parameters<typeof matcherFor>[1]) =>
    all.filter(matcherFor(reader, filters) ?? (() => true)).length;

  test('a hidden code finds others exactly what an invented one finds', () => {
    expect(found(operator, { declineReason: ['SUSPECTED_FRAUD_AML'] })).toBe(0);
    expect(found(operator, { declineReason: ['NO_SUCH_CODE'] })).toBe(0);
    expect(found(operator, { declineReason: ['NOT_DISCLOSED'] })).toBe(2);
    expect(found(operator, { query: 'suspected_fraud_aml' })).toBe(0);
    expect(found(compliance, { declineReason: ['SUSPECTED_FRAUD_AML'] })).toBe(1);
  });
  test('words are looked for in shop, place, codes and sums', () => {
    expect(found(operator, { query: 'ondina porto' })).toBe(3);
    expect(found(operator, { query: '0430' })).toBe(1);
    expect(found(operator, { query: 'ondina 0430' })).toBe(0);
    expect(found(operator, { state: ['COMPLETED'], query: '12.5' })).toBe(1);
    expect(matcherFor(operator, { query: '  ', state: [] })).toBeUndefined();
  });
});

describe('net per balance', () => {
  const debit = (balanceId: string, sum: string, currency = 'GBP') => ({
    balanceId,
    creationTime: null,
    debitedAmount: { amount: sum, currency },
    forAmount: null,
    rate: null,
    fee: null,
  });
  test('a reservation and its release come to nothing, exactly', () => {
    const net = netPerBalance({
      debits: [debit('1', '0.1'), debit('1', '0.2'), debit('1', '-0.3')],
      credits: [],
    });
    expect(net).toEqual([{ balanceId: '1', currency: 'GBP', amount: '0' }]);
  });
  test('balances and currencies are never added up', () => {
    const net = netPerBalance({
      debits: [debit('1', '10'), debit('2', '18400', 'JPY'), debit('1', '0.000000000000000001')],
      credits: [{ balanceId: '1', creationTime: null, creditedAmount: { amount: '2.5', currency: 'GBP' } }],
    });
    expect(net).toEqual([
      { balanceId: '1', currency: 'GBP', amount: '-7.500000000000000001' },
      { balanceId: '2', currency: 'JPY', amount: '-18400' },
    ]);
  });
});

test.each([
  ['ECOM_PURCHASE', 'APPLE_PAY', ['ECOM']],
  ['CASH_WITHDRAWAL', 'CHIP', ['ATM_WITHDRAWAL']],
  ['POS_PURCHASE', 'CONTACTLESS', ['POS_CONTACTLESS']],
  ['POS_PURCHASE', 'CONTACTLESS_WALLET', ['MOBILE_WALLETS']],
  ['POS_PURCHASE', 'MAGNETIC_STRIPE', ['POS_MAGSTRIPE']],
  ['POS_PURCHASE', 'CHIP_AND_PIN', ['POS_CHIP']],
  ['POS_PURCHASE', 'MANUAL_ENTRY', ['ECOM']],
  ['POS_PURCHASE', null, []],
  ['A_NEW_TYPE', 'SOMETHING', []],
])('%s read by %s needs %j', (type, authorisationMethod, wanted) => {
  expect(guessSpendingPermissions({ type, authorisationMethod })).toEqual(wanted);
});

test.each([
  ['the way it was read was off', 'CHIP', ['ECOM', 'POS_CHIP'], ['POS_CHIP']],
  ['the way it was read was on', 'CHIP', ['ECOM', 'ATM_WITHDRAWAL'], ['ECOM', 'ATM_WITHDRAWAL']],
  ['the way it was read says nothing', null, ['POS_MAGSTRIPE'], ['POS_MAGSTRIPE']],
])('which spending permission a payment needed, by what was off then: %s', (_, method, wereOff, wanted) => {
  const payment = { type: 'POS_PURCHASE', authorisationMethod: method };
  expect(guessSpendingPermissions(payment, wereOff)).toEqual(wanted);
});
