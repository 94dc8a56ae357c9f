import { randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TokenReply, TokenRequest } from '../../contracts/wise/oauth.ts';
import type { Database } from '../db/database.ts';
import { wiseClientTokens, wiseConnections } from '../db/schema/wise.ts';
import { AppError } from '../http/app-error.ts';
import { parseVaultKeys } from '../vault/keys.ts';
import { createVault } from '../vault/vault.ts';
import { systemClock } from './clock.ts';
import { connectionsState, importConnections, storeConnection } from './connections.ts';
import { WiseError } from './errors.ts';
import type { ExchangeToken } from './oauth.ts';
import { collectLog } from './test-support/collect-log.ts';
import { createManualClock } from './test-support/manual-clock.ts';
import { openDatabase, patience } from './test-support/open-database.ts';
import { clientTokenRow, userTokenRow } from './token-store.ts';
import { createTokenService, type TokenServiceOptions } from './tokens.ts';

const vaultKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const keys = vaultKey('k1');
const vault = createVault(parseVaultKeys(keys));
const user = { kind: 'user', userId: '7' } as const;
const client = { kind: 'client' } as const;
const hours12 = 12 * 60 * 60;

let db: Database;
let closeStore: () => Promise<void>;
beforeAll(async () => {
  ({ db, close: closeStore } = await openDatabase());
});
afterAll(() => closeStore());
beforeEach(async () => {
  await db.delete(wiseConnections);
  await db.delete(wiseClientTokens);
  await importConnections(db, vault, [{ userId: '7', refreshToken: 'refresh-1' }]);
});

/** Answers like Wise and counts; each token is new, a refresh token comes back rotated. */
function countingExchange(change: Partial<TokenReply> = {}) {
  const grants: TokenRequest[] = [];
  const exchange: ExchangeToken = async (grant) => {
    grants.push(grant);
    await new Promise((resolve) => setImmediate(resolve));
    return {
      access_token: `access-${grants.length}`,
      token_type: 'bearer',
      expires_in: hours12,
      ...(grant.grant_type === 'refresh_token' ? { refresh_token: `rotated-${grants.length}` } : {}),
      ...change,
    };
  };
  return { exchange, grants };
}

function serve(
  options: Partial<TokenServiceOptions> & Pick<TokenServiceOptions, 'exchange'>,
  withVault = vault,
) {
  return createTokenService({
    rowOf: (owner) =>
      owner.kind === 'user'
        ? userTokenRow(db, withVault, owner.userId)
        : clientTokenRow(db, withVault, 'demo'),
    clock: systemClock,
    logger: collectLog(),
    ...options,
  });
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.catch((reason: unknown) => reason);
  if (error instanceof AppError) return error.code;
  return error instanceof WiseError ? `wise ${error.kind}` : String(error);
}

const connection = async () =>
  (await db.select().from(wiseConnections).where(eq(wiseConnections.userId, '7')))[0];

describe('tokenFor', () => {
  test('refreshes once, then answers from memory', async () => {
    const { exchange, grants } = countingExchange();
    const tokens = serve({ exchange });
    expect(await tokens.tokenFor(user)).toBe('access-1');
    expect(await tokens.tokenFor(user)).toBe('access-1');
    expect(grants).toEqual([{ grant_type: 'refresh_token', refresh_token: 'refresh-1' }]);
  });

  test('many callers at once share one refresh', async () => {
    const { exchange, grants } = countingExchange();
    const tokens = serve({ exchange });
    const got = await Promise.all(Array.from({ length: 20 }, () => tokens.tokenFor(user)));
    expect(new Set(got)).toEqual(new Set(['access-1']));
    expect(grants).toHaveLength(1);
  });

  test('two replicas at once make one refresh, and both have its token', async () => {
    const { exchange, grants } = countingExchange();
    const replicas = [serve({ exchange }), serve({ exchange })];
    const got = await Promise.all(replicas.map((tokens) => tokens.tokenFor(user)));
    expect(got).toEqual(['access-1', 'access-1']);
    expect(grants).toHaveLength(1);
  });

  test('the rotated refresh token is stored, and the lease is free again', async () => {
    const { exchange, grants } = countingExchange();
    await serve({ exchange }).tokenFor(user);
    expect(await connection()).toMatchObject({ leaseHolder: null, leaseUntil: null, state: 'working' });
    const later = serve({ exchange });
    expect(await later.tokenFor(user)).toBe('access-1');
    later.invalidate(user, 'access-1');
    expect(await later.tokenFor(user)).toBe('access-2');
    expect(grants[1]).toEqual({ grant_type: 'refresh_token', refresh_token: 'rotated-1' });
  });

  test('a refresh token that comes back unchanged is not written again', async () => {
    const before = await connection();
    await serve(countingExchange({ refresh_token: 'refresh-1' })).tokenFor(user);
    expect((await connection())?.refreshTokenSealed).toBe(before?.refreshTokenSealed);
  });

  test('after a key rotation the refresh token is sealed under the new key', async () => {
    const rotated = createVault(parseVaultKeys(`${vaultKey('k2')},${keys}`));
    await serve(countingExchange({ refresh_token: 'refresh-1' }), rotated).tokenFor(user);
    expect((await connection())?.refreshTokenSealed).toMatch(/^v1\.k2\./);
  });

  test('the application’s own token comes from client credentials', async () => {
    const { exchange, grants } = countingExchange();
    const replicas = [serve({ exchange }), serve({ exchange })];
    expect(await Promise.all(replicas.map((tokens) => tokens.tokenFor(client)))).toEqual([
      'access-1',
      'access-1',
    ]);
    expect(grants).toEqual([{ grant_type: 'client_credentials' }]);
  });

  test('no token stands in the store or in the log in clear', async () => {
    const logger = collectLog();
    await serve({ ...countingExchange(), logger }).tokenFor(user);
    const seen = JSON.stringify([await connection(), logger.lines]);
    expect(logger.lines).not.toEqual([]);
    expect(seen).not.toMatch(/access-1|refresh-1|rotated-1/);
  });
});

describe('ahead of the end', () => {
  test('the old token serves while the new one is fetched', async () => {
    const clock = createManualClock();
    const { exchange, grants } = countingExchange();
    const tokens = serve({ exchange, clock });
    expect(await tokens.tokenFor(user)).toBe('access-1');
    await clock.advance((hours12 - 301) * 1000);
    expect(await tokens.tokenFor(user)).toBe('access-1');
    expect(grants).toHaveLength(1);
    await clock.advance(2_000);
    expect(await tokens.tokenFor(user)).toBe('access-1');
    await expect.poll(() => tokens.tokenFor(user), patience).toBe('access-2');
    expect(grants).toHaveLength(2);
  });

  test('a token past its end is waited for', async () => {
    const clock = createManualClock();
    const tokens = serve({ ...countingExchange(), clock });
    await tokens.tokenFor(user);
    await clock.advance(hours12 * 1000);
    expect(await tokens.tokenFor(user)).toBe('access-2');
  });

  test('tokens that live a minute are still used for half of it', async () => {
    const clock = createManualClock();
    const { exchange, grants } = countingExchange({ expires_in: 60 });
    const tokens = serve({ exchange, clock });
    for (const _ of [1, 2, 3]) {
      await tokens.tokenFor(user);
      await clock.advance(9_000);
    }
    expect(grants).toHaveLength(1);
  });
});

describe('invalidate', () => {
  test('one refused token leads to one refresh, however many calls carried it', async () => {
    const { exchange, grants } = countingExchange();
    const tokens = serve({ exchange });
    await tokens.tokenFor(user);
    const renewed = await Promise.all(
      Array.from({ length: 5 }, () => {
        tokens.invalidate(user, 'access-1');
        return tokens.tokenFor(user);
      }),
    );
    expect(new Set(renewed)).toEqual(new Set(['access-2']));
    tokens.invalidate(user, 'access-1');
    expect(await tokens.tokenFor(user)).toBe('access-2');
    expect(grants).toHaveLength(2);
  });

  test('another replica’s newer token is taken over without a refresh', async () => {
    const { exchange, grants } = countingExchange();
    const [here, there] = [serve({ exchange }), serve({ exchange })];
    await here.tokenFor(user);
    await there.tokenFor(user);
    there.invalidate(user, 'access-1');
    await there.tokenFor(user);
    here.invalidate(user, 'access-1');
    expect(await here.tokenFor(user)).toBe('access-2');
    expect(grants).toHaveLength(2);
  });
});

describe('refused', () => {
  const refusing =
    (code: string): ExchangeToken =>
    async () => {
      throw new WiseError({ kind: 'unauthorised', status: 401, codes: [{ code }] });
    };

  test('a refused refresh token breaks the connection, and Wise is not asked again', async () => {
    const tokens = serve({ exchange: refusing('invalid_grant') });
    expect(await codeOf(tokens.tokenFor(user))).toBe('wise_not_connected');
    expect(await connectionsState(db)).toMatchObject([
      { userId: '7', state: 'broken', accessTokenExpiresAt: null },
    ]);
    const { exchange, grants } = countingExchange();
    expect(await codeOf(serve({ exchange }).tokenFor(user))).toBe('wise_not_connected');
    expect(grants).toEqual([]);
  });

  test('connecting again mends it', async () => {
    await codeOf(serve({ exchange: refusing('invalid_grant') }).tokenFor(user));
    await storeConnection(db, vault, { userId: '7', kind: 'user', refreshToken: 'refresh-2' });
    const { exchange, grants } = countingExchange();
    expect(await serve({ exchange }).tokenFor(user)).toBe('access-1');
    expect(grants).toEqual([{ grant_type: 'refresh_token', refresh_token: 'refresh-2' }]);
  });

  test('a refusal of our own client does not blame the connection', async () => {
    expect(await codeOf(serve({ exchange: refusing('invalid_client') }).tokenFor(user))).toBe(
      'wise_not_connected',
    );
    expect(await connection()).toMatchObject({ state: 'working', leaseHolder: null });
  });

  test('a connection made while the old one is refused stays whole', async () => {
    const exchange: ExchangeToken = async () => {
      await storeConnection(db, vault, { userId: '7', kind: 'user', refreshToken: 'refresh-2' });
      throw new WiseError({ kind: 'unauthorised', status: 401, codes: [{ code: 'invalid_grant' }] });
    };
    await codeOf(serve({ exchange }).tokenFor(user));
    expect((await connection())?.state).toBe('working');
  });

  test('an outage leaves the connection working and the lease free', async () => {
    const exchange: ExchangeToken = async () => {
      throw new WiseError({ kind: 'unavailable', codes: [] });
    };
    expect(await codeOf(serve({ exchange }).tokenFor(user))).toBe('wise unavailable');
    expect(await connection()).toMatchObject({ state: 'working', leaseHolder: null });
    expect(await serve(countingExchange()).tokenFor(user)).toBe('access-1');
  });

  test('a user nobody connected', async () => {
    const { exchange, grants } = countingExchange();
    expect(await codeOf(serve({ exchange }).tokenFor({ kind: 'user', userId: '8' }))).toBe(
      'wise_not_connected',
    );
    expect(grants).toEqual([]);
  });

  test('a refresh token no key opens', async () => {
    const other = createVault(parseVaultKeys(vaultKey('other')));
    expect(await codeOf(serve(countingExchange(), other).tokenFor(user))).toBe('wise_not_connected');
  });
});

describe('lease', () => {
  const lease = (until: ReturnType<typeof sql>) =>
    db.update(wiseConnections).set({ leaseHolder: 'gone', leaseUntil: until });

  test('of a replica that died is taken over when it ends', async () => {
    await lease(sql`now() - interval '1 second'`);
    expect(await serve(countingExchange()).tokenFor(user)).toBe('access-1');
  });

  test('that another holds is waited for, not for ever', async () => {
    await lease(sql`now() + interval '1 hour'`);
    const clock = createManualClock();
    const { exchange, grants } = countingExchange();
    const answer = codeOf(serve({ exchange, clock }).tokenFor(user));
    let done = false;
    void answer.finally(() => {
      done = true;
    });
    while (!done) await clock.advance(1_000);
    expect(await answer).toBe('wise unavailable');
    expect(grants).toEqual([]);
  });
});

describe('importConnections', () => {
  test('fills an empty store only', async () => {
    expect(await importConnections(db, vault, [{ userId: '9', refreshToken: 'x' }])).toBe(0);
    await db.delete(wiseConnections);
    const two = ['8', '9'].map((userId) => ({ userId, refreshToken: `r-${userId}` }));
    expect(await importConnections(db, vault, two)).toBe(2);
    expect(await importConnections(db, vault, [])).toBe(0);
    expect((await connectionsState(db)).map((row) => row.userId)).toEqual(['8', '9']);
  });
});
