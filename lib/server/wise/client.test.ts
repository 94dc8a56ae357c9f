import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { wiseConnections } from '../db/schema/wise.ts';
import { AppError } from '../http/app-error.ts';
import { parseVaultKeys } from '../vault/keys.ts';
import { createVault } from '../vault/vault.ts';
import type { WiseAttempt, WiseCall } from './client.ts';
import { importConnections } from './connections.ts';
import { createWise, type Wise, type WiseOptions } from './create-wise.ts';
import { WiseError } from './errors.ts';
import { fixedWisePath, wisePath } from './path.ts';
import { collectLog } from './test-support/collect-log.ts';
import { openDatabase, patience } from './test-support/open-database.ts';
import { type StandInWise, startStandInWise } from './test-support/stand-in-wise.ts';

const vault = createVault(parseVaultKeys(`k1:${randomBytes(32).toString('base64')}`));
let db: Database;
let closeStore: () => Promise<void>;
let upstream: StandInWise;
let wise: Wise;
let log: ReturnType<typeof collectLog>;
let attempts: WiseAttempt[];

beforeAll(async () => {
  ({ db, close: closeStore } = await openDatabase());
});
afterAll(() => closeStore());
beforeEach(async () => {
  await db.delete(wiseConnections);
  await importConnections(db, vault, [{ userId: '7', refreshToken: 'refresh-1' }]);
  upstream = await startStandInWise();
  open();
});
afterEach(async () => {
  await wise.close();
  await upstream.close();
});

function open(change: Partial<WiseOptions> = {}) {
  log = collectLog();
  attempts = [];
  wise = createWise({
    db,
    vault,
    apiUrl: upstream.url,
    cardDataUrl: `${upstream.url}/card-data/`,
    version: 'legacy',
    clientId: 'id',
    clientSecret: 's e:cret',
    logger: log,
    calls: { observe: (attempt) => void attempts.push(attempt), random: () => 0 },
    ...change,
  });
}

const thing = z.object({ id: z.number(), big: z.bigint().optional() });
const base = { token: { kind: 'user', userId: '7' }, priority: 'interactive' } as const;
const read = {
  ...base,
  method: 'GET',
  path: wisePath`/v3/things/${'JANE DOE'}`,
  reply: thing,
} as const;
const write = {
  ...base,
  method: 'PUT',
  path: wisePath`/v3/things/${'1'}`,
  body: { on: true },
  reply: thing,
} as const;
const good = { body: '{"id":1}' };

async function errorOf(request: WiseCall<z.ZodType | 'empty'>): Promise<WiseError> {
  const error = await wise.client.call(request).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(WiseError);
  if (!(error instanceof WiseError)) throw error;
  return error;
}

describe('a call', () => {
  test('carries token, correlation id and JSON, and reads wide integers', async () => {
    upstream.answer({ body: '{"id":1,"big":12345678901234567890}' });
    const correlationId = '8c3f1f4e-0000-4000-8000-000000000001';
    const request = {
      ...write,
      body: { version: -9223372036854775807n },
      query: { a: 'x y', none: undefined, n: 2 },
    };
    open({ calls: { correlationId: () => correlationId } });
    expect(await wise.client.call(request)).toEqual({
      id: 1,
      big: 12345678901234567890n,
    });
    expect(upstream.calls).toMatchObject([
      {
        method: 'PUT',
        path: '/v3/things/1?a=x+y&n=2',
        body: '{"version":-9223372036854775807}',
        headers: {
          authorization: 'Bearer access-1',
          'content-type': 'application/json',
          'x-external-correlation-id': correlationId,
        },
      },
    ]);
    const basic = `Basic ${Buffer.from('id:s e:cret').toString('base64')}`;
    expect(upstream.tokenRequests).toMatchObject([
      {
        method: 'POST',
        headers: { authorization: basic },
        body: 'grant_type=refresh_token&refresh_token=refresh-1',
      },
    ]);
  });

  test('mints a correlation id, and sends no body where there is none', async () => {
    upstream.answer(good);
    await wise.client.call(read);
    expect(upstream.calls[0]?.headers['x-external-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(upstream.calls[0]?.headers['content-type']).toBeUndefined();
  });

  test('a calendar version takes the place of v3, but not on the card-data host or in a fixed path', async () => {
    open({ version: '2026Q3' });
    upstream.answer(good, good, good);
    await wise.client.call(read);
    await wise.client.call({ ...read, path: fixedWisePath`/v3/applications/${'id'}/subscriptions` });
    await wise.client.call({ ...read, host: 'card-data', path: wisePath`/v1/details` });
    expect(upstream.calls.map((call) => call.path)).toEqual([
      '/2026Q3/things/JANE%20DOE',
      '/v3/applications/id/subscriptions',
      '/card-data/v1/details',
    ]);
  });

  test('an empty reply takes whatever body came', async () => {
    upstream.answer({ status: 204 }, { body: '<p>done</p>' });
    expect(await wise.client.call({ ...write, reply: 'empty' })).toBeUndefined();
    expect(await wise.client.call({ ...write, reply: 'empty' })).toBeUndefined();
  });

  test('leaves one line, without ids, names, bodies or tokens', async () => {
    upstream.answer({
      status: 422,
      headers: { 'x-trace-id': 'trace-1' },
      body: '{"code":"BAD","message":"JANE DOE"}',
    });
    await errorOf({ ...write, path: read.path, body: { name: 'JANE DOE' } });
    const lines = log.lines.filter((line) => line.text === 'wise call');
    expect(lines).toMatchObject([
      {
        level: 'warn',
        fields: {
          method: 'PUT',
          host: 'api',
          path: '/v3/things/{}',
          status: 422,
          outcome: 'refused BAD',
          attempt: 1,
          traceId: 'trace-1',
        },
      },
    ]);
    expect(attempts).toHaveLength(1);
    expect(JSON.stringify(log.lines)).not.toMatch(/JANE|access-1|refresh-1|Bearer|cret/);
  });
});

describe('an answer that cannot be read', () => {
  test.each([
    ['another shape', '{"id":"JANE DOE"}', 'not-understood id invalid_type'],
    ['no JSON', '<html>JANE DOE', 'not-understood not JSON'],
    ['nothing', '', 'not-understood empty'],
    ['too much', `{"id":1,"x":"${'x'.repeat(3_000)}"}`, 'not-understood too large'],
  ])('%s: a read fails, a write is known to be done', async (_, body, outcome) => {
    open({ transport: { replyLimit: 2_000 }, calls: { observe: (attempt) => void attempts.push(attempt) } });
    upstream.answer({ body }, { body });
    expect(await errorOf(read)).toMatchObject({ kind: 'not-understood', status: 200, applied: false });
    expect(await errorOf(write)).toMatchObject({ kind: 'not-understood', status: 200, applied: true });
    expect(attempts.map((attempt) => attempt.outcome)).toEqual([outcome, outcome]);
    expect(attempts.map((attempt) => attempt.mayHaveChanged)).toEqual([false, true]);
    expect(JSON.stringify(log.lines)).not.toContain('JANE');
    expect(upstream.calls).toHaveLength(2);
  });
});

test('a payment that is refused inside a 200 or 201 was not made', async () => {
  const body = '{"type":"BALANCE","status":"REJECTED","errorCode":"transfer.insufficient_funds"}';
  upstream.answer({ body }, { status: 201, body });
  for (const _ of [200, 201]) {
    const error = await errorOf(write);
    expect(error).toMatchObject({
      kind: 'refused',
      codes: [{ code: 'transfer.insufficient_funds' }],
      applied: false,
    });
  }
  expect(attempts.map(({ outcome, status, mayHaveChanged }) => [outcome, status, mayHaveChanged])).toEqual([
    ['refused transfer.insufficient_funds', 200, false],
    ['refused transfer.insufficient_funds', 201, false],
  ]);
  expect(upstream.calls).toHaveLength(2);
});

describe('repeats', () => {
  const cut = (request: { socket: { destroy(): void } }) => void request.socket.destroy();

  test.each([
    ['a 500', { status: 500 }],
    ['a 503 that says when', { status: 503, headers: { 'retry-after': '0' } }],
    ['a cut connection', cut],
  ])('a read after %s', async (_, failure) => {
    upstream.answer(failure, failure, good);
    expect(await wise.client.call(read)).toEqual({ id: 1 });
    expect(attempts.map((attempt) => attempt.attempt)).toEqual([1, 2, 3]);
  });

  test('a read three times and no more', async () => {
    upstream.answer({ status: 502 }, { status: 502 }, { status: 502 }, good);
    expect(await errorOf(read)).toMatchObject({ kind: 'unavailable', status: 502 });
    expect(upstream.calls).toHaveLength(3);
  });

  test('a write with a key of its own, which stays unknown when nothing helps', async () => {
    upstream.answer(cut, { status: 500 }, cut);
    const keyed = { ...write, method: 'POST', safe: true, headers: { 'x-idempotence-uuid': 'u' } } as const;
    expect((await errorOf(keyed)).kind).toBe('unknown');
    expect(upstream.calls.map((call) => call.headers['x-idempotence-uuid'])).toEqual(['u', 'u', 'u']);
  });

  test.each([
    ['a cut connection', cut, 'unknown'],
    ['a 500', { status: 500 }, 'unknown'],
    ['a 504', { status: 504 }, 'unknown'],
    ['a 503 that says when', { status: 503, headers: { 'retry-after': '0' } }, 'unavailable'],
    ['a 429', { status: 429, headers: { 'retry-after': '0' } }, 'rate-limited'],
    ['a 409', { status: 409 }, 'refused'],
  ])('never a write without a key: %s', async (_, failure, kind) => {
    upstream.answer(failure, good);
    expect((await errorOf(write)).kind).toBe(kind);
    expect(upstream.calls).toHaveLength(1);
    expect(attempts[0]?.mayHaveChanged).toBe(kind === 'unknown');
  });

  test('a read after a 429, no sooner than it says, and everybody else waits too', async () => {
    upstream.answer({ status: 429, headers: { 'retry-after': '1' }, body: '{}' }, good, good);
    const startedAt = performance.now();
    const first = wise.client.call(read);
    await expect.poll(() => upstream.calls.length, patience).toBe(1);
    await Promise.all([first, wise.client.call(write)]);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(990);
    expect(upstream.calls).toHaveLength(3);
  });

  test('not when the deadline is nearer than Retry-After', async () => {
    upstream.answer({ status: 429, headers: { 'retry-after': '60' } });
    expect(await errorOf(read)).toMatchObject({ kind: 'rate-limited', status: 429, retryAfterSeconds: 60 });
  });

  test('a Wise that stays silent: a read is unavailable, a write unknown', async () => {
    open({
      calls: {
        timeoutMs: { interactive: 40, background: 40 },
        deadlineMs: { interactive: 60, background: 60 },
      },
    });
    upstream.answer(
      () => undefined,
      () => undefined,
      () => undefined,
      () => undefined,
    );
    expect((await errorOf({ ...read, timeoutMs: 500 })).kind).toBe('unavailable');
    expect((await errorOf(write)).kind).toBe('unknown');
  });

  test('a write that waited long for its turn still has its whole time limit', async () => {
    open({ calls: { deadlineMs: { interactive: 50, background: 50 } } });
    wise.budget.pause(1);
    upstream.answer(good);
    expect(await wise.client.call(write)).toEqual({ id: 1 });
  });

  test('a Wise that cannot be reached changed nothing', async () => {
    upstream.answer(good);
    await wise.client.call(read);
    await upstream.close();
    expect((await errorOf(read)).kind).toBe('unavailable');
    expect((await errorOf(write)).kind).toBe('unavailable');
    upstream = await startStandInWise();
  });
});

describe('a 401', () => {
  const refused = { status: 401, body: '{"error":"invalid_token"}' };

  test('renews the token and repeats the call once, a write too', async () => {
    upstream.answer(refused, good);
    expect(await wise.client.call(write)).toEqual({ id: 1 });
    expect(upstream.calls.map((call) => call.headers.authorization)).toEqual([
      'Bearer access-1',
      'Bearer access-2',
    ]);
    expect(attempts.map((attempt) => attempt.attempt)).toEqual([1, 1]);
    expect(attempts.map((attempt) => attempt.mayHaveChanged)).toEqual([false, true]);
  });

  test('twice is the end of it', async () => {
    upstream.answer(refused, refused, good);
    expect((await errorOf(write)).kind).toBe('unauthorised');
    expect(upstream.calls).toHaveLength(2);
    expect(upstream.tokenRequests).toHaveLength(2);
  });

  test('without a connection nothing reaches Wise', async () => {
    await db.delete(wiseConnections);
    const error = await wise.client.call(read).catch((reason: unknown) => reason);
    expect(error instanceof AppError && error.code).toBe('wise_not_connected');
    expect([...upstream.calls, ...upstream.tokenRequests]).toEqual([]);
  });
});

test('a 403 with a one-time token asks for strong confirmation and is not repeated', async () => {
  upstream.answer({ status: 403, headers: { 'x-2fa-approval': 'ott', 'x-2fa-approval-result': 'REJECTED' } });
  const error = await errorOf(read);
  expect([error.kind, error.sca]).toEqual(['sca', { oneTimeToken: 'ott' }]);
  expect(upstream.calls).toHaveLength(1);
});
