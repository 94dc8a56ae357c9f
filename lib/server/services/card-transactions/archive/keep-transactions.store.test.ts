import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStore, type TestStore } from '../../../db/test-support/open-test-store.ts';
import { cardTransactionSteps, cardTransactions } from '../../../db/schema/transactions.ts';
import { keepTransactions } from './keep-transactions.ts';
import { toldTransaction, type Told } from './test-support/told-transaction.ts';

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.drop());

let lastId = 1000;
const nextId = () => String(++lastId);
const keep = (...told: Told[]) => keepTransactions(opened.store, told.map(toldTransaction), 'GBP');
async function read(id: string) {
  const rows = await opened.store.db
    .select()
    .from(cardTransactions)
    .where(eq(cardTransactions.transactionId, id));
  expect(rows).toHaveLength(1);
  return rows[0];
}
async function readSteps(id: string) {
  const rows = await opened.store.db
    .select()
    .from(cardTransactionSteps)
    .where(eq(cardTransactionSteps.transactionId, id))
    .orderBy(cardTransactionSteps.occurredAt, cardTransactionSteps.step);
  return rows.map(({ amount, source, state, step }) => [step, state, amount, source].join(' ').trim());
}

const auth = (id: string): Told => ({ id, step: 'AUTH', state: 'IN_PROGRESS', amount: '20.00', second: 0 });
const partial = (id: string): Told => ({
  id,
  step: 'PARTIAL_REVERSAL',
  state: 'IN_PROGRESS',
  amount: '15.00',
  second: 10,
});
const capture = (id: string): Told => ({
  id,
  step: 'CAPTURE',
  state: 'COMPLETED',
  amount: '15.00',
  second: 20,
});

describe('keepTransactions', () => {
  it('ends in the same state whatever the order, and keeps every step once', async () => {
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    for (const order of orders) {
      const id = nextId();
      const steps = [auth(id), partial(id), capture(id)];
      for (const place of [...order, ...order]) await keep(steps[place] ?? auth(id));
      expect(await read(id)).toMatchObject({ state: 'COMPLETED', amount: '15.00' });
      expect(await readSteps(id)).toEqual([
        'AUTH IN_PROGRESS 20.00 webhook',
        'PARTIAL_REVERSAL IN_PROGRESS 15.00 webhook',
        'CAPTURE COMPLETED 15.00 webhook',
      ]);
    }
  });

  it('takes several states of one transaction told at once', async () => {
    const id = nextId();
    await keep(capture(id), auth(id), partial(id));
    expect(await read(id)).toMatchObject({ state: 'COMPLETED' });
    expect(await readSteps(id)).toHaveLength(3);
  });

  it('takes what was captured after it had been released, and a decline told for later than that', async () => {
    const id = nextId();
    await keep({ ...auth(id), step: 'FULL_REVERSAL', state: 'CANCELLED', second: 5 });
    await keep({ ...capture(id), second: 5 });
    expect(await read(id)).toMatchObject({ state: 'COMPLETED' });
    await keep({ ...auth(id), state: 'DECLINED', reason: 'CARD_FROZEN', second: 30 });
    expect(await read(id)).toMatchObject({ state: 'DECLINED', declineReason: 'CARD_FROZEN' });
    await keep({ ...capture(id), second: 29 });
    expect(await read(id)).toMatchObject({ state: 'DECLINED' });
  });

  it('is one row where versions write the same moment with more or fewer digits, even across a month’s end', async () => {
    const id = nextId();
    await keep({ ...auth(id), createdAt: '2026-10-31T23:59:59.999Z' });
    await keep({ ...capture(id), createdAt: '2026-11-01T00:00:00Z' });
    expect(await read(id)).toMatchObject({
      state: 'COMPLETED',
      createdAt: new Date('2026-10-31T23:59:59.999Z'),
    });
    expect(await readSteps(id)).toHaveLength(2);
  });

  it('is two rows where two profiles name the same id', async () => {
    const id = nextId();
    await keep(auth(id), { ...capture(id), profileId: '8' });
    const rows = await opened.store.db
      .select()
      .from(cardTransactions)
      .where(eq(cardTransactions.transactionId, id));
    expect(rows.map(({ profileId, state }) => [profileId, state])).toEqual(
      expect.arrayContaining([
        ['7', 'IN_PROGRESS'],
        ['8', 'COMPLETED'],
      ]),
    );
  });

  it('fills in what only the other source names, and takes nothing away', async () => {
    const id = nextId();
    await keep({ ...capture(id), merchant: null, channel: null });
    await keep({ ...capture(id), source: 'reading', step: '', merchant: 'Corner Shop', channel: 'C-1' });
    expect(await read(id)).toMatchObject({ merchantName: 'Corner Shop', balanceChannelReferenceId: 'C-1' });
    await keep({ ...capture(id), merchant: null, channel: null, second: 40 });
    expect(await read(id)).toMatchObject({ merchantName: 'Corner Shop', balanceChannelReferenceId: 'C-1' });
  });

  it('says what changed, and nothing of what was known', async () => {
    const id = nextId();
    expect((await keep(auth(id))).changed).toMatchObject([{ profileId: '7', transactionId: id }]);
    const before = await read(id);
    expect((await keep(auth(id))).changed).toEqual([]);
    expect((await keep({ ...auth(id), source: 'reading', step: '' })).changed).toEqual([]);
    expect(await read(id)).toMatchObject({ changedAt: before?.changedAt, source: 'reading' });
    expect(await readSteps(id)).toEqual(['AUTH IN_PROGRESS 20.00 webhook']);
    expect((await keep({ ...capture(id), source: 'reading', step: '' })).changed).toHaveLength(1);
    expect(await readSteps(id)).toEqual(['AUTH IN_PROGRESS 20.00 webhook', 'COMPLETED 15.00 reading']);
  });

  it('keeps states, types and reasons that nobody knows, and amounts with more decimals than the currency', async () => {
    const id = nextId();
    await keep({
      ...auth(id),
      state: 'PONDERED',
      type: 'TELEPATHY',
      reason: 'STARS_WRONG',
      amount: '1.23456',
    });
    expect(await read(id)).toMatchObject({
      state: 'PONDERED',
      type: 'TELEPATHY',
      declineReason: 'STARS_WRONG',
      toldReason: 'NOT_DISCLOSED',
      amount: '1.23456',
    });
  });

  it('keeps beside the true reason what everybody but compliance reads', async () => {
    const told: [string | null, string | null][] = [
      ['CARD_FROZEN', 'CARD_FROZEN'],
      ['SUSPECTED_FRAUD_AML', 'NOT_DISCLOSED'],
      ['UNEXPECTED_ERROR', 'NOT_DISCLOSED'],
      [null, 'NOT_DISCLOSED'],
    ];
    for (const [reason, toldReason] of told) {
      const id = nextId();
      await keep({ ...auth(id), state: 'DECLINED', reason });
      expect(await read(id)).toMatchObject({ declineReason: reason, toldReason });
    }
  });

  it('tells compliance alone where another hidden reason takes the place of one', async () => {
    const id = nextId();
    const declined = { ...auth(id), state: 'DECLINED', reason: 'UNEXPECTED_ERROR' };
    await keep(declined);
    await keep({ ...declined, reason: 'SUSPECTED_FRAUD_AML', second: 5 });
    await keep({ ...declined, reason: 'CARD_FROZEN', second: 9 });
    const { rows } = await opened.store.executeSql(
      "select event->>'isHidden' as hidden from console_events where event->>'transactionId' = $1 order by id",
      [id],
    );
    expect(rows.map(({ hidden }) => hidden)).toEqual([null, 'true', null]);
  });

  it('passes over what does not say when it was made', async () => {
    const id = nextId();
    expect(await keep({ ...auth(id), createdAt: 'yesterday' })).toEqual({ changed: [] });
  });

  it('is one row with every step where several keep it at once', async () => {
    const id = nextId();
    const steps = [auth(id), partial(id), capture(id)];
    await Promise.all([...steps, ...steps, ...steps].map((one) => keep(one)));
    expect(await read(id)).toMatchObject({ state: 'COMPLETED' });
    expect(await readSteps(id)).toHaveLength(3);
  });
});
