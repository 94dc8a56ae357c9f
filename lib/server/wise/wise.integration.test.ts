import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { wiseCard } from '../../contracts/cards.schema.ts';
import type { Database } from '../db/database.ts';
import { wiseClientTokens, wiseConnections } from '../db/schema/wise.ts';
import { AppError } from '../http/app-error.ts';
import { parseVaultKeys } from '../vault/keys.ts';
import { createVault } from '../vault/vault.ts';
import { connectionsState } from './connections.ts';
import type { Wise } from './create-wise.ts';
import { WiseError } from './errors.ts';
import { explainSpendingPermissionRefusal } from './resources/spending-permissions.ts';
import { connectDemoUser, createTestWise } from './test-support/connected-store.ts';
import { openDatabase, patience } from './test-support/open-database.ts';
import { type RunningEmulator, runEmulator } from './test-support/run-emulator.ts';

const vault = createVault(parseVaultKeys(`k1:${randomBytes(32).toString('base64')}`));
const business = { userId: '20000001', priority: 'interactive' } as const;
const active = ['30000001', '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9001'] as const;
const inactive = ['30000001', '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9002'] as const;
const blocked = ['30000001', '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9004'] as const;
const cardPath = `/v3/spend/profiles/${active[0]}/cards/${active[1]}`;

let db: Database;
let closeStore: () => Promise<void>;
let emulator: RunningEmulator;
let opened: Wise[];

beforeAll(async () => {
  [{ db, close: closeStore }, emulator] = await Promise.all([openDatabase(), runEmulator()]);
});
afterAll(async () => {
  await Promise.all([emulator.stop(), closeStore()]);
});
beforeEach(async () => {
  opened = [];
  await db.delete(wiseConnections);
  await db.delete(wiseClientTokens);
  await connectDemoUser(db, vault);
  await emulator.control('POST', 'reset', { seed: 'demo' });
  await emulator.control('DELETE', 'faults');
});
afterEach(async () => {
  for (const wise of opened) await wise.close();
});

function open(timeoutMs = 5_000): Wise {
  const wise = createTestWise({
    db,
    vault,
    emulator,
    calls: { timeoutMs: { interactive: timeoutMs, background: timeoutMs } },
  });
  opened.push(wise);
  return wise;
}

const fault = (rule: Record<string, unknown>) => emulator.control('POST', 'faults', rule);

async function errorOf(promise: Promise<unknown>): Promise<WiseError> {
  const error = await promise.catch((reason: unknown) => reason);
  if (!(error instanceof WiseError)) throw new Error('expected a WiseError', { cause: error });
  return error;
}

describe('every resource', () => {
  test('profiles', async () => {
    const profiles = await open().profiles.listProfiles(business);
    expect(profiles).toContainEqual(
      expect.objectContaining({
        id: '30000001',
        type: 'BUSINESS',
        state: 'VISIBLE',
        name: expect.any(String),
      }),
    );
  });

  test('a page of cards, and a card, as the console’s contract has them', async () => {
    const { cards } = open();
    const page = await cards.listCards(business, active[0], { pageNumber: 1, pageSize: 10 });
    expect(page.cards).toHaveLength(10);
    expect(page.totalCount).toBeGreaterThan(10);
    const card = await cards.getCard(business, ...active);
    expect(card).toMatchObject({ token: active[1], profileId: '30000001', status: { value: 'ACTIVE' } });
    for (const given of [...page.cards, card]) expect(wiseCard.parse(given)).toEqual(given);
  });

  test('a status change, and the PIN count', async () => {
    const { cards } = open();
    expect((await cards.updateCardStatus(business, ...active, 'FROZEN')).status.value).toBe('FROZEN');
    expect((await cards.getCard(business, ...active)).status.value).toBe('FROZEN');
    expect(await cards.resetPinCount(business, ...active)).toBeUndefined();
  });

  test('spending permissions', async () => {
    const { spendingPermissions } = open();
    const before = await spendingPermissions.getSpendingPermissions(business, ...active);
    const ecom = before.find((item) => item.type === 'ECOM');
    const isEnabled = !ecom?.isEnabled;
    await spendingPermissions.updateSpendingPermissions(business, ...active, [{ type: 'ECOM', isEnabled }]);
    expect(await spendingPermissions.getSpendingPermissions(business, ...active)).toContainEqual({
      type: 'ECOM',
      isEnabled,
      isLocked: false,
    });
  });

  test('webhook subscriptions, with the application’s own token', async () => {
    const { webhookSubscriptions } = open();
    const urgency = { priority: 'background' } as const;
    const made = await webhookSubscriptions.createSubscription(urgency, {
      name: 'console',
      trigger_on: 'cards#card-status-change',
      delivery: { version: '4.0.0', url: 'http://127.0.0.1:4819/api/webhooks/wise' },
    });
    const ids = async () => (await webhookSubscriptions.listSubscriptions(urgency)).map((item) => item.id);
    expect(await ids()).toContain(made.id);
    expect(await webhookSubscriptions.getSubscription(urgency, made.id)).toEqual(made);
    const [delivery] = await webhookSubscriptions.testSubscription(urgency, made.id);
    expect(delivery).toMatch(/^[0-9a-f-]{36}$/);
    await webhookSubscriptions.deleteSubscription(urgency, made.id);
    expect(await ids()).not.toContain(made.id);
  });
});

describe('refusals', () => {
  test('an unknown card is not found', async () => {
    const { cards } = open();
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect((await errorOf(cards.getCard(business, active[0], unknown))).kind).toBe('not-found');
  });

  test('a blocked card stays blocked', async () => {
    const error = await errorOf(open().cards.updateCardStatus(business, ...blocked, 'ACTIVE'));
    expect(error).toMatchObject({ kind: 'refused', status: 422 });
  });

  test.each([
    ['locked', inactive, 'POS_CONTACTLESS'],
    ['not-supported', ['30000001', 'virtual'], 'POS_CHIP'],
    ['not-valid', active, 'TELEPATHY'],
  ] as const)('a spending permission that is %s', async (reason, [profileId, cardToken], type) => {
    const wise = open();
    const token = cardToken === 'virtual' ? await anyVirtualCard(wise) : cardToken;
    const changes = [{ type, isEnabled: true }];
    const error = await errorOf(
      wise.spendingPermissions.updateSpendingPermissions(business, profileId, token, changes),
    );
    expect(explainSpendingPermissionRefusal(error)).toEqual({ reason, type });
  });

  async function anyVirtualCard(wise: Wise): Promise<string> {
    const { cards } = await wise.cards.listCards(business, '30000001', { pageNumber: 1, pageSize: 100 });
    return cards.find((card) => card.cardProgram.cardType.startsWith('VIRTUAL'))?.token ?? '';
  }
});

describe('tokens', () => {
  test('a withdrawn access token is renewed and the write made, once', async () => {
    const { cards } = open();
    await cards.getCard(business, ...active);
    await emulator.control('PUT', `tokens/${business.userId}`, { revoke: 'access' });
    expect((await cards.updateCardStatus(business, ...active, 'FROZEN')).status.value).toBe('FROZEN');
    const writes = (await emulator.requests()).filter((item) => item.method === 'PUT');
    expect(writes.map((item) => item.status)).toEqual([401, 200]);
  });

  test('two replicas that begin at once ask for one token', async () => {
    const replicas = [open(), open()];
    await Promise.all(replicas.map((wise) => wise.cards.getCard(business, ...active)));
    expect(await emulator.tokenRequests()).toHaveLength(1);
  });

  test('a withdrawn connection is broken, and says so', async () => {
    await emulator.control('PUT', `tokens/${business.userId}`, { revoke: 'all' });
    const error = await open()
      .cards.getCard(business, ...active)
      .catch((reason: unknown) => reason);
    expect(error instanceof AppError && error.code).toBe('wise_not_connected');
    expect(await connectionsState(db)).toMatchObject([{ state: 'broken' }]);
  });
});

describe('when Wise fails', () => {
  const sent = async (method: string) => (await emulator.requests()).filter((item) => item.method === method);

  test('a read survives two 5xx', async () => {
    await fault({ match: { method: 'GET', path: cardPath }, status: 502, times: 2 });
    expect((await open().cards.getCard(business, ...active)).token).toBe(active[1]);
    expect((await sent('GET')).map((item) => item.status)).toEqual([502, 502, 200]);
  });

  test('a read waits as long as a 429 says', async () => {
    await fault({ match: { path: cardPath }, status: 429, times: 1, headers: { 'retry-after': '1' } });
    const startedAt = performance.now();
    await open().cards.getCard(business, ...active);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(990);
    expect((await sent('GET')).map((item) => item.status)).toEqual([429, 200]);
  });

  test('a status change that was done but never answered is unknown, and sent once', async () => {
    const { cards } = open();
    await fault({ match: { method: 'PUT' }, dropAfterApply: true });
    expect((await errorOf(cards.updateCardStatus(business, ...active, 'FROZEN'))).kind).toBe('unknown');
    expect(await sent('PUT')).toHaveLength(1);
    expect((await cards.getCard(business, ...active)).status.value).toBe('FROZEN');
  });

  test('a Wise that is too slow: a write is unknown and sent once, a read unavailable', async () => {
    const { cards } = open(60);
    await cards.getCard(business, ...active);
    await fault({ match: {}, delayMs: 300 });
    expect((await errorOf(cards.updateCardStatus(business, ...active, 'FROZEN'))).kind).toBe('unknown');
    expect((await errorOf(cards.getCard(business, ...active))).kind).toBe('unavailable');
    // The emulator is still at work on what we gave up on.
    await expect
      .poll(async () => [(await sent('PUT')).length, (await sent('GET')).length], patience)
      .toEqual([1, 4]);
  });

  test('the shared limit keeps us below Wise’s', async () => {
    const { cards } = open();
    const reads = Array.from({ length: 150 }, () => cards.getCard(business, ...active));
    await Promise.all(reads);
    expect((await sent('GET')).filter((item) => item.status === 429)).toEqual([]);
  });
});
