import Big from 'big.js';
import { describe, expect, test } from 'vitest';
import { othersOf, transfersDigest, whyOver, worthOf } from './conversion-content.ts';

const transfers = [
  { transferId: '1', sourceAmount: '10' },
  { transferId: '2', sourceAmount: '20' },
];
const approved = {
  groupId: '',
  profileId: '1',
  sourceCurrency: 'GBP',
  transfersDigest: transfersDigest(transfers),
  total: '30',
  ceiling: '10.20',
  balances: [{ id: '7', currency: 'EUR', amount: '50' }],
};
const now = {
  total: '30.00',
  transfersDigest: transfersDigest([...transfers].reverse()),
  short: new Big('10.20'),
  others: [{ id: '7' }],
};

describe('an approved conversion', () => {
  test('holds for the same transfers and total, up to the ceiling, from the balances that were named', () => {
    expect(whyOver(approved, now)).toBeUndefined();
    expect(whyOver(approved, { ...now, others: [] }), 'one of them is empty now').toBeUndefined();
  });

  test.each([
    ['another total', { total: '30.01' }, /another amount/],
    [
      'a transfer with another amount',
      { transfersDigest: transfersDigest([{ transferId: '1', sourceAmount: '11' }]) },
      /transfers/,
    ],
    ['a cent above the ceiling', { short: new Big('10.21') }, /More is short/],
    ['a balance nobody named', { others: [{ id: '7' }, { id: '8' }] }, /not named/],
  ])('ends with %s', (_, change, why) => {
    expect(whyOver(approved, { ...now, ...change })).toMatch(why);
  });
});

test('Wise may take from other STANDARD balances that hold something and are not invested', () => {
  const balance = (id: string, currency: string, more = {}) => ({
    id,
    currency,
    type: 'STANDARD',
    name: null,
    investmentState: 'NOT_INVESTED',
    amount: { value: '5', currency },
    reservedAmount: null,
    cashAmount: null,
    modificationTime: '',
    visible: true,
    ...more,
  });
  const balances = [
    balance('own', 'GBP'),
    balance('other', 'EUR'),
    balance('empty', 'USD', { amount: { value: '0', currency: 'USD' } }),
    balance('jar', 'EUR', { type: 'SAVINGS' }),
    balance('invested', 'CAD', { investmentState: 'INVESTED' }),
  ];
  expect(othersOf(balances, 'GBP').map(({ id }) => id)).toEqual(['other']);
});

test('what a balance comes to is what is left of it after the fee, never below nothing', () => {
  const pricing = { rate: '0.8', fixedFee: '1', feeShare: '0.01' };
  expect(worthOf('101', pricing)).toBe('79.2');
  expect(worthOf('0.5', pricing)).toBe('0');
});
