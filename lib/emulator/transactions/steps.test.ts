import { describe, expect, it } from 'vitest';
import { toMinor } from '../core/amounts.ts';
import type { CardTransactionRecord } from '../entities.ts';
import { authorise, capture, decline, reverseFully, reversePartly } from './steps.ts';

const day = 86_400_000;
const atMs = Date.UTC(2026, 10, 1, 12);
const card = {
  token: 'a-card',
  profileId: 30_000_001,
  cardProgram: { name: 'VISA', scheme: 'VISA', defaultCurrency: 'GBP', cardType: 'PHYSICAL' },
};
const purchase = { id: 7, card, type: 'POS_PURCHASE', amount: { amount: 80, currency: 'EUR' }, atMs };
const netFor = (row: CardTransactionRecord) =>
  row.debits.reduce((sum, { forAmount }) => sum + toMinor(forAmount.amount, 'EUR'), 0) / 100;
const netTaken = (row: CardTransactionRecord) =>
  row.debits.reduce((sum, { debitedAmount }) => sum + toMinor(debitedAmount.amount, 'GBP'), 0);

describe('a purchase', () => {
  it('is held for 7 days, a pre-authorisation for 30', () => {
    expect(authorise(purchase)).toMatchObject({ state: 'IN_PROGRESS', purgeAtMs: atMs + 7 * day, arn: null });
    expect(authorise({ ...purchase, isAmountConfirmed: false }).purgeAtMs).toBe(atMs + 30 * day);
  });

  it('shrinks when part of it is reversed, and what was debited with it', () => {
    const row = reversePartly(authorise(purchase), { amount: 30, currency: 'EUR' }, atMs + 1000);
    expect(row).toMatchObject({ state: 'IN_PROGRESS', lastStep: 'PARTIAL_REVERSAL', amount: { amount: 30 } });
    expect(row.debits).toHaveLength(2);
    expect(netFor(row)).toBe(30);
  });

  it('that is cancelled keeps its amount and takes nothing', () => {
    const row = reverseFully(authorise(purchase), atMs + 1000);
    expect(row).toMatchObject({ state: 'CANCELLED', purgeAtMs: null, amount: { amount: 80 } });
    expect([netFor(row), netTaken(row)]).toEqual([0, 0]);
  });

  it('may be captured for less, for more, and after it was cancelled', () => {
    const held = authorise(purchase);
    for (const amount of [55.5, 80, 91.2]) {
      const row = capture(held, atMs + day, { amount, currency: 'EUR' });
      expect(row).toMatchObject({ state: 'COMPLETED', lastStep: 'CAPTURE', purgeAtMs: null });
      expect(row.arn).toMatch(/^\d{23}$/);
      expect(netFor(row)).toBe(amount);
    }
    const late = capture(reverseFully(held, atMs + 7 * day), atMs + 12 * day);
    expect(late.debits).toHaveLength(3);
    expect(netFor(late)).toBe(80);
  });

  it('every step is later than the one before', () => {
    const steps = [authorise(purchase)];
    for (const move of [reverseFully, capture]) steps.push(move(steps.at(-1) ?? authorise(purchase), atMs));
    expect(steps.map(({ modifiedAtMs }) => modifiedAtMs - atMs)).toEqual([0, 1, 2]);
  });
});

it('a declined one takes nothing and is never held', () => {
  const row = decline(purchase, 'CARD_FROZEN');
  expect(row).toMatchObject({ state: 'DECLINED', declineReason: 'CARD_FROZEN', purgeAtMs: null });
  expect([row.debits, row.approvalCode]).toEqual([[], null]);
});

it('a refund is credited once it is captured', () => {
  const held = authorise({ ...purchase, type: 'REFUND' });
  expect([held.debits, held.credits]).toEqual([[], []]);
  const row = capture(held, atMs + day);
  expect(row.debits).toEqual([]);
  expect(row.credits).toEqual(
    [{ balanceId: 1, creditedAmount: { amount: 69.52, currency: 'GBP' }, createdAtMs: atMs + day }].map(
      (credit) => ({ ...credit, balanceId: row.credits[0]?.balanceId }),
    ),
  );
});
