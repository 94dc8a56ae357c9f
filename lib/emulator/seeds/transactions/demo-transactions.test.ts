import { describe, expect, it } from 'vitest';
import { toMinor } from '../../core/amounts.ts';
import type { CardTransactionRecord } from '../../entities.ts';
import { isIncoming } from '../../transactions/steps.ts';
import { type DemoCardName, demoCards } from '../demo-cards.ts';
import { plantSeed } from '../seed.ts';

const minute = 60_000;
const day = 86_400_000;

/** Wise's documented decline reasons. */
const documented = `ACCOUNT_INACTIVE ACCOUNT_SUSPENDED ATM_PIN_CHANGE_NOT_ALLOWED BLOCKED_COUNTRY
BLOCKED_SUBSCRIPTION CARD_EXPIRED CARD_FROZEN CARD_INACTIVE CARD_BLOCKED CARD_PARTNER_SUSPENDED
CHIP_PIN_ENTRY_TRIES_EXCEEDED CONNECTION_ISSUE CONTACTLESS_PIN_ENTRY_REQUIRED
CREDIT_TRANSACTIONS_NOT_SUPPORTED CUMULATIVE_LIMIT_EXCEEDED DECLINED_ADVICE INCORRECT_CVV
INCORRECT_EXPIRY_DATE INCORRECT_PIN INSUFFICIENT_FUNDS INVALID_3DS_UCAF INCORRECT_ARQC INCORRECT_ICVV
INVALID_MERCHANT INVALID_TRANSACTION MANDATE_DCC_NON_SUPPORTED_FOR_CARD_COUNTRY
MANDATE_LOCAL_CASH_WITHDRAWAL_NOT_ALLOWED NON_SUPPORTED_CURRENCY NON_SUPPORTED_MCC_FOR_COUNTRY
PAYMENT_METHOD_DAILY_LIMIT_EXCEEDED PAYMENT_METHOD_LIFETIME_LIMIT_EXCEEDED
PAYMENT_METHOD_MONTHLY_LIMIT_EXCEEDED PAYMENT_METHOD_NOT_ALLOWED PAYMENT_METHOD_TRANSACTION_LIMIT_EXCEEDED
PIN_ENTRY_TRIES_EXCEEDED PRE_ACTIVATED_CARD_PIN_ENTRY_REQUIRED PROCESSING_ERROR RESTRICTED_MODE
REVERSAL_NOT_MATCHING_AUTH_CURRENCY SCA_SOFT_DECLINE SCHEME_BLOCKED_TRANSACTION SECURITY_CVM_FAILURE
SECURITY_MAGSTRIPE_SECURE_ELEMENTS_INCORRECT_OR_MISSING SECURITY_PIN_ENTRY_REQUIRED SUSPECTED_FRAUD
SUSPECTED_FRAUD_AML SUSPECTED_FRAUD_COMPLIANCE SUSPECTED_FRAUD_CORE_FRAUD SUSPECTED_FRAUD_SANCTIONS
SUSPECTED_FRAUD_SOFT_DECLINE TRANSACTION_TYPE_NOT_SUPPORTED UNEXPECTED_ERROR`.split(/\s+/);

const documentedDetails = `INSUFFICIENT_FUNDS_FOR_BLOCKED_SMART_CONVERSION
INSUFFICIENT_FUNDS_FOR_SPECIFIC_CURRENCY_RESERVATION SUSPECTED_FRAUD_NO_BALANCE RESET_YOUR_PIN_AT_ATM
INCORRECT_CVV2 SCA_SOFT_DECLINE_CONTACTLESS SUSPECTED_FRAUD_REVIEW_ACTIVITY INVALID_TRANSACTION_TYPE_FINAL
INVALID_TRANSACTION_TYPE_CONTACTLESS_MAGSTRIPE INVALID_TRANSACTION_TYPE_FALLBACK CONTACTLESS_DISABLED
ECOM_DISABLED CHIP_DISABLED WALLET_DISABLED PROFILE_GENERAL_DAILY_LIMIT_EXCEEDED_CHANGEABLE
PROFILE_GENERAL_MONTHLY_LIMIT_EXCEEDED_CHANGEABLE CARD_GENERAL_DAILY_LIMIT_EXCEEDED_CHANGEABLE
CARD_GENERAL_MONTHLY_LIMIT_EXCEEDED_CHANGEABLE PAYMENT_METHOD_MAX_MONTHLY_LIMIT_EXCEEDED UNKNOWN`.split(
  /\s+/,
);

const restrictedPrefix =
  /^(SUSPECTED_FRAUD_(AML|COMPLIANCE|SANCTIONS)|ACCOUNT_SUSPENDED|CARD_PARTNER_SUSPENDED)/;
const coverReasons: readonly (string | null)[] = [
  'SUSPECTED_FRAUD',
  'SUSPECTED_FRAUD_CORE_FRAUD',
  'SCHEME_BLOCKED_TRANSACTION',
  'INCORRECT_ARQC',
  'UNEXPECTED_ERROR',
  null,
  '',
];
const softReasons: readonly (string | null)[] = [
  'SCA_SOFT_DECLINE',
  'CONTACTLESS_PIN_ENTRY_REQUIRED',
  'SUSPECTED_FRAUD_SOFT_DECLINE',
  'SECURITY_PIN_ENTRY_REQUIRED',
  'PRE_ACTIVATED_CARD_PIN_ENTRY_REQUIRED',
];

const isRestricted = ({ declineReason, detailedDeclineReason, state }: CardTransactionRecord) =>
  state === 'DECLINED' &&
  (restrictedPrefix.test(declineReason ?? '') ||
    restrictedPrefix.test(detailedDeclineReason ?? '') ||
    (Boolean(declineReason) && !documented.includes(declineReason ?? '')));
const isCover = (row: CardTransactionRecord) =>
  row.state === 'DECLINED' && !isRestricted(row) && coverReasons.includes(row.declineReason);

/** At noon, just after midnight, at the end of a year and of a leap day. */
describe.each([
  '2026-11-21T13:55:00Z',
  '2026-11-21T00:00:30Z',
  '2027-01-01T23:59:59Z',
  '2028-02-29T06:00:00Z',
])('demo card transactions at %s', (moment) => {
  const now = Date.parse(moment);
  const { cardTransactions, cards } = plantSeed('demo', now, {});
  const byCard = new Map(cards.map(({ token }) => [token, cardTransactions.ofCard(token)]));
  const rows = [...byCard.values()].flat().sort((a, b) => a.id - b.id);
  const declines = rows.filter(({ state }) => state === 'DECLINED');
  const rowsOf = (name: DemoCardName) => byCard.get(demoCards[name].token) ?? [];
  const latestDecline = (name: DemoCardName) => rowsOf(name).findLast(({ state }) => state === 'DECLINED');

  it('are 12,000 over 90 days, numbered in the order of time, none of them in the future', () => {
    expect(rows).toHaveLength(12_000);
    expect(cardTransactions.size).toBe(12_000);
    expect(cardTransactions.lastId).toBe(rows.at(-1)?.id);
    const times = rows.map(({ createdAtMs }) => createdAtMs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(now - Math.min(...times)).toBeGreaterThan(85 * day);
    expect(now - Math.min(...times)).toBeLessThan(90 * day);
    expect(Math.max(...rows.map(({ modifiedAtMs }) => modifiedAtMs))).toBeLessThanOrEqual(now);
    expect(now - Math.max(...times)).toBeLessThan(70 * minute);
    for (const { createdAtMs, cardToken, profileId } of rows) {
      const card = cards.find(({ token }) => token === cardToken);
      expect(card?.profileId).toBe(profileId);
      expect(createdAtMs).toBeGreaterThan(Date.parse(card?.creationTime ?? ''));
    }
  });

  it('have every state, type, documented reason and detailed reason', () => {
    const seen = (of: (row: CardTransactionRecord) => string | null) => new Set(rows.map(of));
    expect(documented).toHaveLength(52);
    const states = ['IN_PROGRESS', 'COMPLETED', 'DECLINED', 'CANCELLED', 'UNKNOWN'];
    expect([...seen(({ state }) => state)].sort()).toEqual(states.sort());
    expect([...seen(({ type }) => type)].sort()).toEqual([
      'ACCOUNT_CREDIT',
      'ACCOUNT_FUNDING',
      'CASH_ADVANCE',
      'CASH_WITHDRAWAL',
      'CHARGEBACK',
      'CREDIT_TRANSACTION',
      'ECOM_PURCHASE',
      'POS_PURCHASE',
      'REFUND',
    ]);
    const reasons = new Set(declines.map(({ declineReason }) => declineReason));
    expect(documented.filter((reason) => !reasons.has(reason))).toEqual([]);
    expect([reasons.has(null), reasons.has(''), reasons.has('MERCHANT_VELOCITY_EXCEEDED')]).toEqual([
      true,
      true,
      true,
    ]);
    const details = seen(({ detailedDeclineReason }) => detailedDeclineReason);
    expect(documentedDetails.filter((detail) => !details.has(detail))).toEqual([]);
    expect(declines.length / rows.length).toBeLessThan(0.14);
  });

  it('hide restricted reasons among at least as many that read the same, overall and on each card', () => {
    expect(rows.filter(isRestricted).length).toBeGreaterThan(20);
    expect(rows.filter(isCover).length).toBeGreaterThanOrEqual(rows.filter(isRestricted).length);
    for (const [token, ofCard] of byCard) {
      const counts = {
        token,
        hidden: ofCard.filter(isRestricted).length,
        covers: ofCard.filter(isCover).length,
      };
      expect(counts.covers, JSON.stringify(counts)).toBeGreaterThanOrEqual(counts.hidden);
    }
    const restricted = rowsOf('restricted').filter(isRestricted);
    expect(restricted.map(({ declineReason }) => declineReason).sort()).toEqual([
      'ACCOUNT_SUSPENDED',
      'SUSPECTED_FRAUD_AML',
      'SUSPECTED_FRAUD_COMPLIANCE',
      'SUSPECTED_FRAUD_SANCTIONS',
    ]);
  });

  it.each([
    ['frozen', 'CARD_FROZEN', null],
    ['blocked', 'CARD_BLOCKED', null],
    ['inactive', 'CARD_INACTIVE', null],
    ['expired', 'CARD_EXPIRED', null],
    ['pinTriesExceeded', 'PIN_ENTRY_TRIES_EXCEEDED', null],
    ['chipPinLocked', 'CHIP_PIN_ENTRY_TRIES_EXCEEDED', 'RESET_YOUR_PIN_AT_ATM'],
    ['ecomOff', 'PAYMENT_METHOD_NOT_ALLOWED', 'ECOM_DISABLED'],
    ['dailyLimit', 'PAYMENT_METHOD_DAILY_LIMIT_EXCEEDED', 'CARD_GENERAL_DAILY_LIMIT_EXCEEDED_CHANGEABLE'],
    ['insufficientFunds', 'INSUFFICIENT_FUNDS', null],
  ] as const)('the latest decline of %s is %s', (name, declineReason, detailedDeclineReason) => {
    expect(latestDecline(name)).toMatchObject({ declineReason, detailedDeclineReason });
  });

  it('go together with what the cards are', () => {
    expect(rowsOf('purged')).toEqual([]);
    for (const card of cards) {
      const ofCard = byCard.get(card.token) ?? [];
      const latest = ofCard.findLast(({ state }) => state === 'DECLINED')?.declineReason;
      if (card.status === 'FROZEN') expect([card.token, latest]).toEqual([card.token, 'CARD_FROZEN']);
      if (card.status === 'PARTNER_SUSPENDED')
        expect(ofCard.some((row) => row.declineReason === 'CARD_PARTNER_SUSPENDED')).toBe(true);
      if (card.status === 'ACTIVE')
        expect(ofCard.filter(({ declineReason }) => /^CARD_/.test(declineReason ?? ''))).toEqual([]);
    }
  });

  it('let a soft decline through minutes later: the same card, merchant and amount', () => {
    const soft = declines.filter(({ declineReason }) => softReasons.includes(declineReason));
    expect(soft.length).toBeGreaterThan(30);
    for (const row of soft) {
      const second = byCard
        .get(row.cardToken)
        ?.find(
          (other) =>
            other.id > row.id &&
            other.createdAtMs - row.createdAtMs <= 10 * minute &&
            other.state !== 'DECLINED' &&
            other.merchant?.name === row.merchant?.name &&
            other.amount.amount === row.amount.amount,
        );
      expect(second, String(row.id)).toBeDefined();
    }
    const mine = new Set(rowsOf('softDeclines').map(({ declineReason }) => declineReason));
    expect(softReasons.filter((reason) => !mine.has(reason))).toEqual([]);
  });

  it('hold nothing beyond its time, and take nothing for what was cancelled', () => {
    for (const row of rows) {
      if (row.state === 'IN_PROGRESS') expect(row.purgeAtMs).toBeGreaterThan(now - 60 * minute);
      else expect(row.purgeAtMs).toBeNull();
      const net = row.debits.reduce(
        (sum, { forAmount }) => sum + toMinor(forAmount.amount, forAmount.currency),
        0,
      );
      if (row.state === 'CANCELLED' || row.state === 'DECLINED') expect([row.id, net]).toEqual([row.id, 0]);
    }
    expect(cardTransactions.inProgress().map(({ id }) => id)).toEqual(
      rows.flatMap(({ id, state }) => (state === 'IN_PROGRESS' ? id : [])),
    );
  });

  it('refund no more than was paid to the same merchant before', () => {
    const refunds = rows.filter(({ type }) => type === 'REFUND');
    expect(refunds.length).toBeGreaterThan(100);
    for (const refund of refunds) {
      const bought = byCard
        .get(refund.cardToken)
        ?.find(
          (row) =>
            row.id < refund.id &&
            !isIncoming(row.type) &&
            row.merchant?.name === refund.merchant?.name &&
            row.amount.currency === refund.amount.currency &&
            row.amount.amount >= refund.amount.amount,
        );
      expect(bought, String(refund.id)).toBeDefined();
    }
  });

  it('a traveller has every course a payment can take', () => {
    const has = (predicate: (row: CardTransactionRecord) => boolean) => rowsOf('traveller').some(predicate);
    const balances = (row: CardTransactionRecord) =>
      new Set(row.debits.map(({ balanceId }) => balanceId)).size;
    expect({
      ownBilling: has((row) => row.amount.currency === 'EUR' && row.billingAmount.currency === 'EUR'),
      converted: has((row) => row.amount.currency === 'JPY' && row.billingAmount.currency === 'GBP'),
      twoBalances: has((row) => balances(row) === 2),
      twoFees: has((row) => row.fees.length === 2),
      preAuthorised: has((row) => row.state === 'IN_PROGRESS' && !row.isAmountConfirmed),
      reversed: has((row) => row.state === 'CANCELLED'),
      reduced: has((row) => row.state === 'COMPLETED' && row.debits.length === 2 && balances(row) === 1),
      late: has((row) => row.state === 'COMPLETED' && row.debits.length === 3),
      refunds: rowsOf('traveller').filter((row) => row.type === 'REFUND').length >= 2,
    }).toEqual({
      ownBilling: true,
      converted: true,
      twoBalances: true,
      twoFees: true,
      preAuthorised: true,
      reversed: true,
      reduced: true,
      late: true,
      refunds: true,
    });
  });

  it('oddities has an unknown state, merchants without parts and a script for a name', () => {
    const odd = rowsOf('oddities');
    expect(odd.some(({ state }) => state === 'UNKNOWN')).toBe(true);
    expect(odd.some((row) => row.merchant === undefined)).toBe(true);
    expect(odd.some((row) => row.merchant && row.merchant.location === undefined)).toBe(true);
    expect(odd.some((row) => row.merchant && row.merchant.name === undefined)).toBe(true);
    expect(odd.some((row) => row.merchant?.name?.includes('<script>'))).toBe(true);
  });

  it('are the same within an hour', () => {
    const again = plantSeed('demo', Math.floor(now / (60 * minute)) * 60 * minute, {}).cardTransactions;
    for (const { token } of [demoCards.traveller, demoCards.active])
      expect(again.ofCard(token)).toEqual(cardTransactions.ofCard(token));
  });
});
