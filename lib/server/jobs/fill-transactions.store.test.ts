import { randomBytes } from 'node:crypto';
import { eq, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { cards } from '../db/schema/cards.ts';
import { cardTransactionReads as reads, cardTransactions as archive } from '../db/schema/transactions.ts';
import { webhookChecks } from '../db/schema/wise.ts';
import { createVault } from '../vault/vault.ts';
import {
  closeConnectedStore,
  type ConnectedStore,
  openConnectedStore,
} from '../wise/test-support/connected-store.ts';
import { fillTransactions } from './fill-transactions.ts';
import { syncCards } from './sync-cards.ts';

const vault = createVault([{ id: 'k1', bytes: randomBytes(32) }]);
const quiet = { info: () => undefined, warn: () => undefined };
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
let opened: ConnectedStore;
let cardToken: string;

beforeAll(async () => {
  opened = await openConnectedStore(vault, '20000101');
  const { test, wise } = opened;
  const jobs = { ask: async () => undefined };
  await syncCards({ store: test.store, wise, jobs, log: quiet });
  const [card] = await test.store.db
    .select({ token: cards.token })
    .from(cards)
    .where(sql`status <> 'PURGED'`);
  cardToken = card?.token ?? '';
});
afterAll(() => closeConnectedStore(opened));

async function fill() {
  const asked: string[] = [];
  const jobs = { ask: async (name: string) => void asked.push(name) };
  const { test, wise } = opened;
  await fillTransactions({ env: { reportingCurrency: 'GBP' }, store: test.store, wise, jobs, log: quiet });
  return asked;
}

const told = z.object({
  items: z.array(
    z.object({
      id: z.number(),
      state: z.string(),
      amount: z.object({ amount: z.number() }),
      fees: z.array(z.object({ amount: z.number(), feeType: z.string() })),
    }),
  ),
});
/** What the emulator keeps; fees that are not Wise's belong to the amount that the API tells. */
async function readTruth(token: string) {
  const { items } = told.parse(
    await opened.emulator.control('GET', `state/card-transactions?cardToken=${token}`),
  );
  return items
    .map(({ amount, fees, id, state }) => {
      const embedded = fees.filter(({ feeType }) => feeType !== 'ATM_WITHDRAWAL');
      const total = embedded.reduce((sum, fee) => sum + fee.amount, amount.amount);
      return [String(id), state, total.toFixed(2)];
    })
    .sort();
}
async function readArchive(token: string) {
  const rows = await opened.test.store.db.select().from(archive).where(eq(archive.cardToken, token));
  return rows
    .map(({ amount, state, transactionId }) => [transactionId, state, Number(amount).toFixed(2)])
    .sort();
}
const makeDue = (tokens: string[]) =>
  opened.test.store.db
    .update(reads)
    .set({ dueAt: minutesAgo(1), readTo: minutesAgo(60) })
    .where(inArray(reads.cardToken, tokens));
const readPlace = async (token: string) => {
  const [place] = await opened.test.store.db.select().from(reads).where(eq(reads.cardToken, token));
  return place;
};

it('holds of every card what Wise shows of it, and asks for nothing twice in a day', async () => {
  await fill();
  const tokens = (await opened.test.store.db.select({ token: reads.cardToken }).from(reads)).map(
    ({ token }) => token,
  );
  expect(tokens).toContain(cardToken);
  for (const token of tokens) expect(await readArchive(token)).toEqual(await readTruth(token));
  expect((await readArchive(cardToken)).length).toBeGreaterThan(0);
  expect(await readPlace(cardToken)).toMatchObject({ failure: null, lastId: null, readTo: expect.any(Date) });
  const before = (await opened.emulator.requests()).length;
  expect(await fill()).toEqual([]);
  expect(await opened.emulator.requests()).toHaveLength(before);
});

it('goes on behind the last page where a reading was cut off', async () => {
  await makeDue([cardToken]);
  const all = (await readArchive(cardToken)).map(([id]) => String(id));
  const [newest, last, oldest] = [all.at(-1) ?? '', all.at(-2) ?? '', all[0] ?? ''];
  await opened.test.store.db.delete(archive).where(eq(archive.cardToken, cardToken));
  await opened.test.store.db
    .update(reads)
    .set({ readingFrom: minutesAgo(80 * 24 * 60), readingTo: minutesAgo(0), lastId: last })
    .where(eq(reads.cardToken, cardToken));
  await fill();
  const read = (await readArchive(cardToken)).map(([id]) => id);
  expect(read).toContain(oldest);
  expect(read).not.toContain(last);
  expect(read).not.toContain(newest);
  expect(await readPlace(cardToken)).toMatchObject({ lastId: null, readingTo: null });
});

it('finds what no delivery told of, says so, and reads every card again', async () => {
  await makeDue([cardToken]);
  const [other] = await opened.test.store.db
    .update(reads)
    .set({ readTo: minutesAgo(60) })
    .where(sql`card_token <> ${cardToken}`)
    .returning({ token: reads.cardToken });
  const at = minutesAgo(20).toISOString();
  await opened.emulator.control('POST', 'transactions', {
    cardToken,
    state: 'COMPLETED',
    creationTime: at,
    modificationTime: at,
    notify: false,
  });
  await fill();
  expect(await readArchive(cardToken)).toEqual(await readTruth(cardToken));
  const [check] = await opened.test.store.db
    .select()
    .from(webhookChecks)
    .where(eq(webhookChecks.eventType, 'cards#transaction-state-change'));
  expect(check).toMatchObject({ missed: 1, failure: null });
  if (other) expect((await readPlace(other.token))?.dueAt.getTime()).toBeLessThanOrEqual(Date.now());
});

it('puts a card off that could not be read, and reads the others', async () => {
  await opened.test.store.db.update(reads).set({ dueAt: minutesAgo(1) });
  await opened.emulator.control('POST', 'faults', {
    match: { path: `cards/${cardToken}/transactions` },
    status: 403,
  });
  await fill();
  await opened.emulator.control('DELETE', 'faults');
  const rows = await opened.test.store.db
    .select({ token: reads.cardToken, failure: reads.failure })
    .from(reads)
    .where(sql`${reads.failure} is not null`);
  expect(rows.map(({ token }) => token)).toEqual([cardToken]);
  expect((await readPlace(cardToken))?.dueAt.getTime()).toBeGreaterThan(Date.now());
});
