import { expect, test } from 'vitest';
import {
  formatAuthorisationMethod,
  formatPinResult,
  formatTransactionType,
  sayWhereTheMoneyIs,
} from './transactions.ts';

const say = (state: string, more: { type?: string; purgeTime?: string | null; amount?: string } = {}) =>
  sayWhereTheMoneyIs(
    {
      state,
      type: more.type ?? 'POS_PURCHASE',
      purgeTime: more.purgeTime ?? null,
      transactionAmount: { amount: '1840', currency: 'JPY' },
      billingAmount: more.amount === undefined ? null : { amount: more.amount, currency: 'GBP' },
    },
    'Europe/London',
  );

test('each state says where the money is, and that a late capture is possible', () => {
  expect(say('DECLINED')).toBe('Nothing was taken or held.');
  expect(say('COMPLETED', { amount: '12.5' })).toBe('12.50 GBP was taken.');
  expect(say('COMPLETED', { type: 'REFUND', amount: '-12.5' })).toBe('12.50 GBP came in.');
  expect(say('IN_PROGRESS', { type: 'REFUND' })).toBe('1,840 JPY is on its way in and not final yet.');
  expect(say('IN_PROGRESS', { purgeTime: '2026-12-12T14:00:00Z' })).toBe(
    '1,840 JPY is held until 12 Dec 2026, 14:00:00 GMT unless the shop takes it first. It can still be taken later. Only the shop can release it early.',
  );
  expect(say('IN_PROGRESS')).toContain('until the shop takes it or releases it');
  expect(say('CANCELLED')).toContain('The shop can still take it later');
  for (const state of ['UNKNOWN', 'A_STATE_OF_NEXT_YEAR'])
    expect(say(state)).toBe('Wise does not say where the money is.');
});

test('values nobody knows show as Wise has them', () => {
  expect(formatTransactionType('ECOM_PURCHASE')).toBe('Online purchase');
  expect(formatTransactionType('TELEPORT')).toBe('TELEPORT');
  expect(formatPinResult(null)).toBe('none');
  expect(formatPinResult('NEW')).toBe('NEW');
  expect(formatAuthorisationMethod('MANUAL_ENTRY')).toBe('Card number typed in');
  expect(formatAuthorisationMethod('CHIP_AND_PIN')).toBe('Chip and PIN');
  expect(formatAuthorisationMethod(null)).toBe('not told');
});
