import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { openTestStore, type TestStore } from '../db/test-support/open-test-store.ts';
import { wiseConnections } from '../db/schema/wise.ts';
import { parseVaultKeys } from '../vault/keys.ts';
import { createVault } from '../vault/vault.ts';
import { systemClock } from './clock.ts';
import { eraseTokens, importConnections } from './connections.ts';
import { createTokenExchange, type ExchangeToken } from './oauth.ts';
import { collectLog } from './test-support/collect-log.ts';
import { type RunningEmulator, runEmulator } from './test-support/run-emulator.ts';
import { type TokenRow, userTokenRow } from './token-store.ts';
import { createTokenService } from './tokens.ts';
import { createTransport, type Transport } from './transport.ts';

/** Two processes with one store between them, and a Wise that gives a new refresh token each time. */
const userId = '20000101';
const owner = { kind: 'user', userId } as const;
const vault = createVault(parseVaultKeys(`k1:${randomBytes(32).toString('base64')}`));
const rows = z.object({ items: z.array(z.object({ token: z.string(), userId: z.number().nullable() })) });

let store: TestStore;
let db: Database;
/** The second process's own connection to the same store. */
let there: Database;
let emulator: RunningEmulator;
let transport: Transport;
let exchange: ExchangeToken;
beforeAll(async () => {
  store = await openTestStore();
  db = store.store.db;
  there = (await store.openAgain()).db;
  emulator = await runEmulator();
  transport = createTransport();
  exchange = createTokenExchange({
    transport,
    apiUrl: emulator.url,
    clientId: 'demo-client',
    clientSecret: 'demo-secret',
  });
});
afterAll(async () => {
  await transport.close();
  await emulator.stop();
  await store.drop();
});
beforeEach(async () => {
  await emulator.control('POST', 'reset', {});
  await db.delete(wiseConnections);
  await importConnections(db, vault, [{ userId, refreshToken: `demo-refresh-${userId}` }]);
});

const begin = (changes: { at?: Database; exchange?: ExchangeToken; save?: TokenRow['save'] } = {}) =>
  createTokenService({
    rowOf: () => {
      const row = userTokenRow(changes.at ?? db, vault, userId);
      return changes.save ? { ...row, save: changes.save } : row;
    },
    exchange: changes.exchange ?? exchange,
    clock: systemClock,
    logger: collectLog(),
  });

const statusWith = async (token: string) =>
  (await fetch(`${emulator.url}/v1/me`, { headers: { authorization: `Bearer ${token}` } })).status;
const taken = async (collection: string) =>
  rows
    .parse(await emulator.control('GET', `state/${collection}`))
    .items.filter((row) => String(row.userId) === userId)
    .map(({ token }) => token);
const kept = async () => (await userTokenRow(db, vault, userId).read())?.refresh?.value;

describe('refreshes of two processes', () => {
  test('at once, again and again: one valid token, the one that is kept', async () => {
    const processes = [begin(), begin({ at: there })];
    for (let round = 0; round < 5; round++) {
      const got = await Promise.all(
        processes.flatMap((tokens) => [tokens.tokenFor(owner), tokens.tokenFor(owner)]),
      );
      const [token = ''] = got;
      expect(new Set(got).size).toBe(1);
      expect(await statusWith(token)).toBe(200);
      expect(await taken('refresh-tokens')).toEqual([await kept()]);
      await emulator.control('PUT', `tokens/${userId}`, { revoke: 'access' });
      for (const tokens of processes) tokens.invalidate(owner, token);
    }
    expect(await taken('refresh-tokens')).toEqual([`demo-refresh-${userId}-6`]);
  });

  test('the one that refreshes dies between Wise’s answer and keeping it: the next one mends it', async () => {
    const dying = begin({
      save: async () => {
        throw new Error('the process ended');
      },
    });
    await expect(dying.tokenFor(owner)).rejects.toThrow('the process ended');
    expect(await kept()).toBe(`demo-refresh-${userId}`);
    const token = await begin({ at: there }).tokenFor(owner);
    expect(await statusWith(token)).toBe(200);
    expect(await taken('refresh-tokens')).toEqual([await kept()]);
    expect(await taken('tokens')).toEqual([token]);
  });

  test('Wise’s answer is lost on the way: the next one mends it', async () => {
    const lossy = begin({
      exchange: async (grant) => {
        await exchange(grant);
        throw new Error('the connection was cut');
      },
    });
    await expect(lossy.tokenFor(owner)).rejects.toThrow('the connection was cut');
    expect(await statusWith(await begin({ at: there }).tokenFor(owner))).toBe(200);
    expect(await taken('refresh-tokens')).toEqual([await kept()]);
  });

  test('it is disconnected meanwhile: nothing is kept, and nobody has a token from then on', async () => {
    const slow = begin({
      exchange: async (grant) => {
        const given = await exchange(grant);
        await eraseTokens(db, userId);
        return given;
      },
    });
    await slow.tokenFor(owner);
    const [row] = await db.select().from(wiseConnections).where(eq(wiseConnections.userId, userId));
    expect(row).toMatchObject({
      state: 'disconnected',
      refreshTokenSealed: null,
      accessTokenSealed: null,
      leaseHolder: null,
    });
    await expect(begin({ at: there }).tokenFor(owner)).rejects.toThrow('wise_not_connected');
    expect(await emulator.tokenRequests()).toHaveLength(1);
  });
});
