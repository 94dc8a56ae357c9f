import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { wiseConnections } from '../db/schema/wise.ts';
import { parseVaultKeys } from '../vault/keys.ts';
import { createVault } from '../vault/vault.ts';
import type { Wise } from './create-wise.ts';
import { WiseError } from './errors.ts';
import { connectDemoUser, createTestWise } from './test-support/connected-store.ts';
import { openDatabase } from './test-support/open-database.ts';
import { type RunningEmulator, runEmulator } from './test-support/run-emulator.ts';

const vault = createVault(parseVaultKeys(`k1:${randomBytes(32).toString('base64')}`));
const business = { userId: '20000001', priority: 'interactive' } as const;
const profileId = '30000001';
const made = z.object({ token: z.string(), orderId: z.int().transform(String) });

let db: Database;
let closeStore: () => Promise<void>;
let emulator: RunningEmulator;
let wise: Wise;

beforeAll(async () => {
  [{ db, close: closeStore }, emulator] = await Promise.all([openDatabase(), runEmulator()]);
});
afterAll(async () => {
  await Promise.all([emulator.stop(), closeStore()]);
});
beforeEach(async () => {
  await db.delete(wiseConnections);
  await connectDemoUser(db, vault);
  await emulator.control('POST', 'reset', { seed: 'demo' });
  await emulator.control('POST', 'settings', { kioskStepMs: null });
  wise = createTestWise({ db, vault, emulator });
});
afterEach(() => wise.close());

const makeCard = async (more: object = {}) =>
  made.parse(await emulator.control('POST', 'kiosk-cards', { profileId, ...more }));
const sent = async (method: string) => (await emulator.requests()).filter((item) => item.method === method);

async function errorOf(promise: Promise<unknown>): Promise<WiseError> {
  const error = await promise.catch((reason: unknown) => reason);
  if (!(error instanceof WiseError)) throw new Error('expected a WiseError', { cause: error });
  return error;
}

describe('a card sent to a kiosk', () => {
  test('prints', async () => {
    const { token } = await makeCard();
    const { cardProduction } = wise;
    const { isAccepted, production } = await cardProduction.sendToKiosk(
      business,
      profileId,
      token,
      'WIS00001',
    );
    expect([isAccepted, production]).toMatchObject([
      true,
      { status: 'IN_PROGRESS', kioskId: 'WIS00001', errorCode: null },
    ]);
    await cardProduction.simulateProduction(business, profileId, token, { status: 'PRODUCED' });
    expect(await cardProduction.getProduction(business, profileId, token)).toMatchObject({
      status: 'PRODUCED',
      occurredAt: production.occurredAt,
    });
  });

  test('and refused there is a result with its code', async () => {
    const { token } = await makeCard({ ageDays: 61 });
    const refused = await wise.cardProduction.sendToKiosk(business, profileId, token, 'WIS00001');
    expect(refused).toMatchObject({
      isAccepted: false,
      production: { status: 'REQUEST_ERROR', errorCode: 'EMPTY_OR_NULL_FIELD_VALUE' },
    });
  });

  test('and refused with another body, or unknown, is an error', async () => {
    const { token } = await makeCard();
    const send = (card: string) => wise.cardProduction.sendToKiosk(business, profileId, card, 'WIS00001');
    await emulator.control('POST', 'faults', {
      match: { method: 'PUT' },
      status: 422,
      times: 1,
      body: { errors: [{ code: 'card.blocked', message: 'Card is blocked' }] },
    });
    const refused = await errorOf(send(token));
    expect([refused.kind, refused.hasCode('card.blocked')]).toEqual(['refused', true]);
    const missing = await errorOf(send('6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9999'));
    expect(missing.kind).toBe('not-found');
  });

  test.each([
    ['was sent but never answered', { dropAfterApply: true }, 'IN_PROGRESS'],
    ['met a gateway that gave up', { status: 502 }, 'READY'],
  ])('that %s is unknown, and was sent once', async (_, rule, status) => {
    const { token } = await makeCard();
    await emulator.control('POST', 'faults', { match: { method: 'PUT' }, ...rule });
    const lost = await errorOf(wise.cardProduction.sendToKiosk(business, profileId, token, 'WIS00001'));
    expect(lost.kind).toBe('unknown');
    expect(await sent('PUT')).toHaveLength(1);
    await emulator.control('DELETE', 'faults');
    expect((await wise.cardProduction.getProduction(business, profileId, token)).status).toBe(status);
  });
});

describe('a card order', () => {
  const address = { firstLine: '5 Park Row', city: 'Leeds', postCode: 'LS1 5HD', country: 'GB' };
  const body = {
    program: 'VISA_DEBIT_BUSINESS_UK_1',
    cardHolderName: 'Ottoline Grahame',
    embossedName: 'O GRAHAME',
    address,
    deliveryOption: 'KIOSK_COLLECTION',
  } as const;

  test('of a programme that is available is placed, read and cancelled', async () => {
    const { cardOrders } = wise;
    const programmes = await cardOrders.getAvailability(business, profileId);
    expect(programmes.map(({ name }) => name)).toContain(body.program);
    const order = await cardOrders.createCardOrder(business, profileId, body, randomUUID());
    expect(order).toMatchObject({
      status: 'PLACED',
      cardHolderName: 'Ottoline Grahame',
      deliveryDetails: { deliveryOption: 'KIOSK_COLLECTION' },
    });
    await cardOrders.cancelCardOrder(business, profileId, order.id);
    await emulator.control('POST', 'clock', { advanceSeconds: 1 });
    expect((await cardOrders.getCardOrder(business, profileId, order.id)).status).toBe('CANCELLED');
  });

  test('whose answer was lost is asked for again under its key, and is one', async () => {
    const { cardOrders } = wise;
    const { totalCount } = await cardOrders.listCardOrders(business, profileId, {
      pageNumber: 1,
      pageSize: 10,
    });
    await emulator.control('POST', 'faults', { match: { method: 'POST' }, times: 1, dropAfterApply: true });
    const order = await cardOrders.createCardOrder(business, profileId, body, randomUUID());
    expect((await sent('POST')).filter(({ path }) => path.endsWith('/card-orders'))).toHaveLength(2);
    const after = await cardOrders.listCardOrders(business, profileId, { pageNumber: 1, pageSize: 10 });
    expect([after.totalCount, after.cardOrders[0]?.id]).toEqual([totalCount + 1, order.id]);
  });

  test('whose cancelling was never answered is unknown, and was sent once', async () => {
    const { cardOrders } = wise;
    const { orderId } = await makeCard();
    await emulator.control('POST', 'faults', { match: { method: 'PUT' }, dropAfterApply: true });
    expect((await errorOf(cardOrders.cancelCardOrder(business, profileId, orderId))).kind).toBe('unknown');
    expect(await sent('PUT')).toHaveLength(1);
  });

  test('refused by Wise says which field', async () => {
    const order = { ...body, address: { ...address, city: '' } };
    const refused = await errorOf(wise.cardOrders.createCardOrder(business, profileId, order, randomUUID()));
    expect([refused.kind, refused.codes[0]]).toMatchObject([
      'refused',
      { path: 'address.city', message: 'Required Field' },
    ]);
  });

  test('has its address checked', async () => {
    const check = (change: object) => wise.cardOrders.validateAddress(business, { ...address, ...change });
    expect(await check({})).toEqual([]);
    expect(await check({ postCode: 'nowhere' })).toEqual([
      { field: 'postCode', message: 'Please enter a valid postcode' },
    ]);
  });
});
