import { randomBytes, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { printJobs, productions } from '../../db/schema/kiosks.ts';
import { webhookChecks, webhookDeliveries } from '../../db/schema/wise.ts';
import { addProfile } from '../../db/test-support/add-profile.ts';
import type { TestStore } from '../../db/test-support/open-test-store.ts';
import { createVault } from '../../vault/vault.ts';
import type { Wise } from '../../wise/create-wise.ts';
import {
  closeConnectedStore,
  demoBusiness,
  openConnectedStore,
} from '../../wise/test-support/connected-store.ts';
import type { RunningEmulator } from '../../wise/test-support/run-emulator.ts';
import { storeCards } from '../card-index.ts';
import { storeCardOrders } from '../card-orders/card-order-index.ts';
import { findGaps } from './gaps.ts';

const vault = createVault([{ id: 'k1', bytes: randomBytes(32) }]);
const profileId = '30000001';
const call = { userId: '20000001', priority: 'background' as const };
const cardToken = '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9001';
let test: TestStore;
let emulator: RunningEmulator;
let wise: Wise;
const asked: string[] = [];

beforeAll(async () => {
  ({ test, emulator, wise } = await openConnectedStore(vault));
  const { db } = test.store;
  await addProfile(db, demoBusiness);
});
afterAll(() => closeConnectedStore({ test, emulator, wise }));

const look = async (eventType: string) => {
  const jobs = { ask: async (name: string) => void asked.push(name) };
  await findGaps({ store: test.store, wise, jobs, log: { warn: () => undefined } }, 0);
  const [check] = await test.store.db
    .select()
    .from(webhookChecks)
    .where(eq(webhookChecks.eventType, eventType));
  return check;
};
const readCard = async () =>
  storeCards(test.store.db, [await wise.cards.getCard(call, profileId, cardToken)], new Date());
const deliver = (eventType: string, more: Partial<typeof webhookDeliveries.$inferInsert>) =>
  test.store.db.insert(webhookDeliveries).values({
    contentDigest: randomUUID(),
    body: '{}',
    eventType,
    state: 'processed',
    profileId,
    occurredAt: new Date(),
    ...more,
  });

it('a card’s change that only a reading told is missed, one that a delivery told as well is not', async () => {
  const kind = 'cards#card-status-change';
  await readCard();
  expect(await look(kind)).toMatchObject({ compared: 0, missed: 0, missedAt: null, failure: null });
  await emulator.control('PUT', `cards/${cardToken}/status`, { status: 'FROZEN' });
  await readCard();
  expect(await look(kind)).toMatchObject({ compared: 1, missed: 1, missedAt: expect.any(Date) });
  await emulator.control('PUT', `cards/${cardToken}/status`, { status: 'ACTIVE' });
  await deliver(kind, { subjectId: cardToken, isTest: true });
  await deliver(kind, { subjectId: cardToken });
  await readCard();
  const after = await look(kind);
  // What was missed before stays to see.
  expect(after).toMatchObject({ compared: 1, missed: 1 });
  expect((await look(kind))?.compared).toBe(0);
});

it('a print is read until it is over, and one that no delivery told of is missed', async () => {
  const kind = 'cards#card-production-status-change';
  const made = z
    .object({ token: z.string(), orderId: z.int().transform(String) })
    .parse(await emulator.control('POST', 'kiosk-cards', { profileId, notify: false }));
  const order = await wise.cardOrders.getCardOrder(call, profileId, made.orderId);
  await storeCardOrders(test.store.db, [order], new Date());
  const productionOf = async () =>
    (await test.store.db.select().from(productions).where(eq(productions.cardToken, made.token)))[0];
  // What was there before anything was told is read, and is no gap.
  expect(await look(kind)).toMatchObject({ missed: 0 });
  expect(await productionOf()).toMatchObject({ status: 'READY' });
  await emulator.control('PUT', `cards/${made.token}/production`, { status: 'PRODUCED', notify: false });
  expect(await look(kind)).toMatchObject({ missed: 1 });
  expect(await productionOf()).toMatchObject({ status: 'PRODUCED' });
  expect((await look(kind))?.missedAt).not.toBeNull();
});

it('a try that a process left behind while it was being sent is settled by the look', async () => {
  const made = z
    .object({ token: z.string(), orderId: z.int().transform(String) })
    .parse(await emulator.control('POST', 'kiosk-cards', { profileId, notify: false }));
  const order = await wise.cardOrders.getCardOrder(call, profileId, made.orderId);
  await storeCardOrders(test.store.db, [order], new Date());
  const createdAt = new Date(Date.now() - 3 * 60_000);
  const job = { cardToken: made.token, profileId, kioskId: 'WIS00001', state: 'sending', createdAt };
  await test.store.db.insert(printJobs).values(job);
  await look('cards#card-production-status-change');
  const [left] = await test.store.db.select().from(printJobs).where(eq(printJobs.cardToken, made.token));
  expect(left).toMatchObject({ state: 'refused', errorStatus: null, errorCode: null });
});

it('money that moved since the newest delivery of its balance is missed, and what waits for it is asked again', async () => {
  const kind = 'balances#update';
  const [balance] = await wise.balances.listBalances(call, profileId);
  if (!balance) throw new Error('a balance is needed');
  const data = {
    resource: { type: 'balance-account', id: 1, profile_id: 30000001 },
    amount: 1,
    balance_id: Number(balance.id),
    currency: balance.currency,
    occurred_at: new Date().toISOString(),
    post_transaction_balance_amount: Number(balance.amount.value),
    step_id: 7,
    transaction_type: 'credit',
  };
  const body = JSON.stringify({
    data,
    subscription_id: randomUUID(),
    event_type: kind,
    schema_version: '4.0.0',
    sent_at: new Date().toISOString(),
  });
  await deliver(kind, { subjectId: '1', body });
  expect(await look(kind)).toMatchObject({ compared: 1, missed: 0 });
  await emulator.control('PUT', `balances/${balance.id}`, { amount: Number(balance.amount.value) + 25 });
  expect(await look(kind)).toMatchObject({ compared: 1, missed: 1 });
  expect(asked).toEqual(['settle-fundings']);
});

it('says why it could not look, and goes on with the other kinds', async () => {
  await emulator.control('POST', 'faults', { match: { path: '/balances' }, status: 503 });
  expect(await look('balances#update')).toMatchObject({ failure: 'wise_unavailable', missed: 1 });
  expect(await look('cards#card-status-change')).toMatchObject({ failure: null });
  await emulator.control('DELETE', 'faults');
});
