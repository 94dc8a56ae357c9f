import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { openTestStore, type TestStore } from '../../../db/test-support/open-test-store.ts';
import { cardTransactions } from '../../../db/schema/transactions.ts';
import { keepTransactions } from './keep-transactions.ts';
import { type Told, toldTransaction } from './test-support/told-transaction.ts';

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.drop());

let lastId = 4000;
const nextId = () => String(++lastId);
const keep = (...told: Told[]) => keepTransactions(opened.store, told.map(toldTransaction), 'GBP');
const noon = Date.parse('2026-11-20T12:00:00Z');
const at = (minutes: number) => new Date(noon + minutes * 60_000).toISOString();
const soft = 'CONTACTLESS_PIN_ENTRY_REQUIRED';

/** A soft decline at noon and the same payment, approved ten minutes later, on a card of their own. */
function pair(second: Partial<Told> = {}, first: Partial<Told> = {}) {
  const cardToken = randomUUID();
  const base = { step: 'AUTH', amount: '20.00', second: 0, cardToken };
  const declined: Told = {
    ...base,
    id: nextId(),
    state: 'DECLINED',
    reason: soft,
    createdAt: at(0),
    ...first,
  };
  const tried: Told = { ...base, id: nextId(), state: 'COMPLETED', createdAt: at(10), ...second };
  return { declined, tried };
}
async function read({ id }: Told) {
  const [row] = await opened.store.db
    .select({ outcome: cardTransactions.outcome, wentThroughAt: cardTransactions.wentThroughAt })
    .from(cardTransactions)
    .where(eq(cardTransactions.transactionId, id));
  return row;
}
const throughAtTen = { outcome: 'second-try', wentThroughAt: new Date(at(10)) };
const lost = { outcome: 'declined', wentThroughAt: null };

describe('a soft decline that went through at the second try', () => {
  it('is known whichever of the two is told first, or both at once', async () => {
    for (const order of [
      ({ declined, tried }: ReturnType<typeof pair>) => [[declined], [tried]],
      ({ declined, tried }: ReturnType<typeof pair>) => [[tried], [declined]],
      ({ declined, tried }: ReturnType<typeof pair>) => [[declined, tried]],
    ]) {
      const both = pair();
      for (const told of order(both)) await keep(...told);
      expect(await read(both.declined)).toEqual(throughAtTen);
      expect(await read(both.tried)).toEqual({ outcome: 'approved', wentThroughAt: null });
    }
  });

  it('is none any more once the second try is released, and is one again when the shop takes it after all', async () => {
    const { declined, tried } = pair({ state: 'IN_PROGRESS' });
    await keep(declined, tried);
    await keep({ ...tried, state: 'CANCELLED', second: 900 });
    expect(await read(declined)).toEqual(lost);
    await keep({ ...tried, state: 'IN_PROGRESS', second: 800 });
    expect(await read(declined), 'told late').toEqual(lost);
    await keep({ ...tried, state: 'COMPLETED', second: 1000 });
    expect(await read(declined)).toEqual(throughAtTen);
  });

  it('is none any more once the decline itself becomes a payment', async () => {
    const { declined, tried } = pair();
    await keep(declined, tried);
    await keep({ ...declined, state: 'COMPLETED', reason: null, second: 60 });
    expect(await read(declined)).toEqual({ outcome: 'approved', wentThroughAt: null });
  });

  it('is found when only the shop’s name is told later', async () => {
    const { declined, tried } = pair({ merchant: null });
    await keep(declined, tried);
    expect(await read(declined)).toEqual(lost);
    await keep({ ...tried, merchant: 'Corner Shop', source: 'reading', step: '' });
    expect(await read(declined)).toEqual(throughAtTen);
  });

  test.each<[string, Partial<Told>, Partial<Told>, boolean]>([
    ['an hour later', { createdAt: at(60) }, {}, true],
    ['more than an hour later', { createdAt: at(61) }, {}, false],
    ['at the same moment', { createdAt: at(0) }, {}, false],
    ['at a shop written otherwise', { merchant: ' corner SHOP ' }, {}, true],
    ['at another shop', { merchant: 'Ondina' }, {}, false],
    ['for other money', { amount: '20.01' }, {}, false],
    ['on another card', { cardToken: randomUUID() }, {}, false],
    ['as a refund', { type: 'REFUND' }, {}, false],
    ['declined again', { state: 'DECLINED', reason: soft }, {}, false],
    ['after a decline for confirmation', {}, { reason: 'SUSPECTED_FRAUD_SOFT_DECLINE' }, true],
    ['after any of Wise’s classes of confirmation', {}, { reason: 'SCA_SOFT_DECLINE' }, true],
    ['after a PIN was wanted', {}, { reason: 'SECURITY_PIN_ENTRY_REQUIRED' }, true],
    ['after a first payment wanted the PIN', {}, { reason: 'PRE_ACTIVATED_CARD_PIN_ENTRY_REQUIRED' }, true],
    ['after a decline that is final', {}, { reason: 'CARD_FROZEN' }, false],
    ['after a decline without a reason', {}, { reason: null }, false],
  ])('%s', async (_, second, first, expected) => {
    const { declined, tried } = pair(second, first);
    await keep(declined, tried);
    expect((await read(declined))?.outcome).toBe(expected ? 'second-try' : 'declined');
  });

  it('reads as declined where its code may not be told, or the code would show', async () => {
    const { declined, tried } = pair({}, { reason: 'SCA_SOFT_DECLINE_OF_TOMORROW' });
    await keep(declined, tried);
    expect(await read(declined)).toEqual({ ...throughAtTen, outcome: 'declined' });
  });

  it('is what the archive itself says, in whatever order states of one card arrive', async () => {
    const state = fc.constantFrom('DECLINED', 'IN_PROGRESS', 'CANCELLED', 'COMPLETED');
    const step = fc.record({
      payment: fc.nat(5),
      state,
      second: fc.integer({ min: 0, max: 9000 }),
      reason: fc.constantFrom(soft, 'CARD_FROZEN'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const cardToken = randomUUID();
        const ids = Array.from({ length: 6 }, nextId);
        await Promise.all(
          steps.map(({ payment, reason, ...told }) =>
            keep({
              ...told,
              id: ids[payment] ?? '',
              step: 'AUTH',
              amount: '5.00',
              cardToken,
              createdAt: at(payment * 25),
              reason: told.state === 'DECLINED' ? reason : null,
            }),
          ),
        );
        const wrong =
          await opened.store.db.execute(sql`select declined.transaction_id from card_transactions declined
          where card_token = ${cardToken} and went_through_at is distinct from (
            select min(later.created_at) from card_transactions later
            where declined.state = 'DECLINED' and declined.decline_reason = ${soft}
              and later.card_token = declined.card_token and later.state in ('COMPLETED', 'IN_PROGRESS')
              and later.created_at > declined.created_at
              and later.created_at <= declined.created_at + interval '1 hour')`);
        expect(wrong).toMatchObject({ rows: [] });
      }),
      { numRuns: 12 },
    );
  });
});
