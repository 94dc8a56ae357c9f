import { describe, expect, test } from 'vitest';
import type { DeskConditions } from '../../../contracts/desk-rules.ts';
import { type DeclinedPayment, meetsOwnConditions, meetsRule } from './meets-rule.ts';

const payment: DeclinedPayment = {
  profileId: '1',
  transactionId: '2',
  createdAt: new Date('2026-11-20T10:00:00Z'),
  cardToken: 'c',
  declineReason: 'SUSPECTED_FRAUD_AML',
  detailedDeclineReason: 'SUSPECTED_FRAUD_NO_BALANCE',
  amount: '900',
  currency: 'USD',
  billingAmount: '700.50',
  billingCurrency: 'GBP',
  merchantName: 'Ondina',
  merchantCountry: 'PT',
  mcc: '5942',
  wentThrough: false,
};
const once = { sameCard: 1, sameMerchant: 1 };
const meets = (conditions: DeskConditions, more: Partial<DeclinedPayment> = {}) =>
  meetsRule(conditions, { ...payment, ...more }, once);

describe('a declined payment enters the desk', () => {
  test.each<[string, DeskConditions, Partial<DeclinedPayment>, boolean]>([
    ['by its reason', { reasons: ['CARD_FROZEN', 'SUSPECTED_FRAUD_AML'] }, {}, true],
    ['by its detailed reason', { reasons: ['SUSPECTED_FRAUD_NO_BALANCE'] }, {}, true],
    ['not by another reason', { reasons: ['CARD_FROZEN'] }, {}, false],
    ['not by the beginning of a reason', { reasons: ['SUSPECTED_FRAUD'] }, {}, false],
    ['not by a reason where there is none', { reasons: ['CARD_FROZEN'] }, { declineReason: null }, false],
    ['by its family', { families: ['risk'] }, {}, true],
    ['not by another family', { families: ['pin', 'card'] }, {}, false],
    [
      'by risk where nobody has classified the reason',
      { families: ['risk'] },
      { declineReason: 'NEW' },
      true,
    ],
    ['by risk where there is no reason', { families: ['risk'] }, { declineReason: null }, true],
    ['by its country', { countries: ['ES', 'PT'] }, {}, true],
    ['by its country’s name', { countries: ['Portugal'] }, { merchantCountry: 'PORTUGAL' }, true],
    ['not from another country', { countries: ['ES'] }, {}, false],
    ['not by country where Wise tells none', { countries: ['PT'] }, { merchantCountry: null }, false],
    ['by its merchant category', { mccs: ['5942'] }, {}, true],
    ['not by another category', { mccs: ['5943'] }, {}, false],
    ['not by category where Wise tells none', { mccs: ['5942'] }, { mcc: null }, false],
    ['from exactly its billing amount on', { amountFrom: { value: '700.50', currency: 'GBP' } }, {}, true],
    ['not below the amount', { amountFrom: { value: '700.51', currency: 'GBP' } }, {}, false],
    ['not by an amount in another currency', { amountFrom: { value: '1', currency: 'USD' } }, {}, false],
    [
      'by its own amount where none was billed',
      { amountFrom: { value: '900', currency: 'USD' } },
      { billingAmount: null, billingCurrency: null },
      true,
    ],
    ['not when it went through after all', { families: ['risk'] }, { wentThrough: true }, false],
    ['when all that is asked for holds', { reasons: ['SUSPECTED_FRAUD_AML'], countries: ['PT'] }, {}, true],
    ['not when one of it does not', { reasons: ['SUSPECTED_FRAUD_AML'], countries: ['ES'] }, {}, false],
  ])('%s', (_, conditions, more, expected) => {
    expect(meets(conditions, more)).toBe(expected);
  });

  test.each<[DeskConditions, number, number, boolean]>([
    [{ sameCard: { times: 3, minutes: 10 } }, 2, 9, false],
    [{ sameCard: { times: 3, minutes: 10 } }, 3, 1, true],
    [{ sameMerchant: { cards: 4, minutes: 10 } }, 9, 3, false],
    [{ sameMerchant: { cards: 4, minutes: 10 } }, 1, 4, true],
    [{ sameCard: { times: 2, minutes: 5 }, sameMerchant: { cards: 2, minutes: 5 } }, 2, 1, false],
    [{ sameCard: { times: 2, minutes: 5 }, countries: ['ES'] }, 2, 1, false],
  ])(
    '%j, with %i declines of the card and %i cards at the shop: %s',
    (conditions, sameCard, sameMerchant, expected) => {
      expect(meetsRule(conditions, payment, { sameCard, sameMerchant })).toBe(expected);
    },
  );

  test('repetition is not looked at where the payment itself is asked about', () => {
    expect(meetsOwnConditions({ sameCard: { times: 50, minutes: 1 } }, payment)).toBe(true);
  });
});
