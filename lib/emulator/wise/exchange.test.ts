import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoCards } from '../seeds/demo-cards.ts';
import { type RunningEmulator, serveEmulator } from '../server.ts';
import { basic, businessUser, startTestEmulator, type TestEmulator } from '../test-support.ts';

const statusPath = `/v3/spend/profiles/30000001/cards/${demoCards.active.token}/status`;
const cardsPath = '/v3/spend/profiles/30000001/cards';

describe('around every request', () => {
  let wise: TestEmulator;
  let token: string;
  beforeEach(async () => {
    wise = startTestEmulator();
    token = await wise.userToken(businessUser);
  });

  it('each answer has a trace id of its own and echoes the correlation id', async () => {
    const correlationId = '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9999';
    const headers = { 'X-External-Correlation-Id': correlationId };
    const first = await wise.ask('GET', cardsPath, { token, headers });
    const second = await wise.ask('GET', '/v1/unheard-of', { headers });
    expect(first.headers.get('x-external-correlation-id')).toBe(correlationId);
    expect(second.headers.get('x-external-correlation-id')).toBe(correlationId);
    expect(first.headers.get('x-trace-id')).toMatch(/^[0-9a-f]{32}$/);
    expect(second.headers.get('x-trace-id')).not.toBe(first.headers.get('x-trace-id'));
  });

  it('a correlation id that is no UUID answers 400', async () => {
    const headers = { 'X-External-Correlation-Id': 'mine' };
    expect((await wise.ask('GET', cardsPath, { token, headers })).status).toBe(400);
  });

  it('what Wise does not have, or the emulator not yet, answers 501', async () => {
    for (const [method, path] of [
      ['GET', '/v9/spend/profiles/30000001/cards'],
      ['DELETE', cardsPath],
      ['GET', '/v1/profiles/30000001/balance-statements/101/statement.json'],
      ['GET', '/_emulator/nothing'],
    ] as const)
      expect((await wise.ask(method, path, { token })).status).toBe(501);
  });

  it('the hundred-and-first request of a second answers 429, and control is never limited', async () => {
    const second = () => wise.emulator.world.clock.advance(1);
    second();
    for (let count = 0; count < 100; count++)
      expect((await wise.ask('GET', '/v1/me', { token })).status).toBe(200);
    const refused = await wise.ask('GET', '/v1/me', { token });
    expect([refused.status, refused.body]).toEqual([429, {}]);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.headers.get('x-rate-limited-by')).toBe('wise-public-api');
    expect((await wise.ask('GET', '/_emulator/clock')).status).toBe(200);
    second();
    expect((await wise.ask('GET', '/v1/me', { token })).status).toBe(200);
  });

  it('a minute’s limit says how long to wait; null takes limits away', async () => {
    const set = (rateLimit: unknown) => wise.ask('POST', '/_emulator/settings', { body: { rateLimit } });
    await set({ perSecond: 100, perMinute: 2 });
    const statuses = [];
    for (let count = 0; count < 2; count++)
      statuses.push((await wise.ask('GET', '/v1/me', { token })).status);
    const refused = await wise.ask('GET', '/v1/me', { token });
    expect([...statuses, refused.status]).toEqual([200, 200, 429]);
    expect(refused.headers.get('retry-after')).toBe('60');
    await set(null);
    expect((await wise.ask('GET', '/v1/me', { token })).status).toBe(200);
  });

  it('a fault answers as told, as often as told, and nothing is applied', async () => {
    const match = { method: 'put', path: '/cards/[^/]+/status$' };
    await wise.ask('POST', '/_emulator/faults', { body: { match, times: 1, status: 503 } });
    const put = () => wise.ask('PUT', statusPath, { token, body: { status: 'FROZEN' } });
    expect((await put()).status).toBe(503);
    expect(wise.emulator.world.cards.get(demoCards.active.token)?.status).toBe('ACTIVE');
    expect((await put()).status).toBe(200);
  });

  it('faults by rate are the same in every run', async () => {
    const run = async () => {
      wise.emulator.reset('demo');
      const fresh = await wise.userToken(businessUser);
      await wise.ask('POST', '/_emulator/faults', {
        body: { match: { path: '/v1/me' }, rate: 0.5, status: 500 },
      });
      const statuses = [];
      for (let count = 0; count < 30; count++)
        statuses.push((await wise.ask('GET', '/v1/me', { token: fresh })).status);
      return statuses;
    };
    const [first, second] = [await run(), await run()];
    expect(first).toEqual(second);
    expect(new Set(first)).toEqual(new Set([200, 500]));
  });

  it('the log tells method, path, status and correlation id since a time', async () => {
    const correlationId = '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9999';
    wise.emulator.world.clock.advance(10);
    const since = new Date(wise.emulator.world.clock.now()).toISOString();
    await wise.ask('GET', `${cardsPath}?pageSize=10`, {
      token,
      headers: { 'X-External-Correlation-Id': correlationId },
    });
    const { body } = await wise.ask('GET', `/_emulator/requests?since=${since}`);
    expect(body).toMatchObject({
      items: [{ method: 'GET', path: cardsPath, query: '?pageSize=10', status: 200, correlationId }],
    });
  });
});

describe('over a socket', () => {
  let running: RunningEmulator;
  beforeEach(async () => {
    running = await serveEmulator({ port: 0, seed: 'demo', dataDir: null });
  });
  afterEach(() => running.close());

  const post = (path: string, body: unknown) =>
    fetch(`${running.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
  const freeze = async () => {
    const granted = await fetch(`${running.url}/oauth/token`, {
      method: 'POST',
      headers: { authorization: basic() },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'demo-refresh-20000001' }),
    });
    const token = Reflect.get(Object(await granted.json()), 'access_token');
    return fetch(`${running.url}${statusPath}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{"status":"FROZEN"}',
    });
  };
  const statusNow = () => running.emulator.world.cards.get(demoCards.active.token)?.status;

  it('dropAfterApply does it once, then cuts the connection', async () => {
    await post('/_emulator/faults', { match: { path: '/status$' }, times: 1, dropAfterApply: true });
    await expect(freeze()).rejects.toThrow();
    expect(statusNow()).toBe('FROZEN');
    const { items } = await (await fetch(`${running.url}/_emulator/requests`)).json();
    expect(items.filter((item: { path: string }) => item.path === statusPath)).toMatchObject([
      { method: 'PUT', status: 200, cut: 'after' },
    ]);
  });

  it('dropBeforeApply cuts and does nothing', async () => {
    await post('/_emulator/faults', { match: { path: '/status$' }, times: 1, dropBeforeApply: true });
    await expect(freeze()).rejects.toThrow();
    expect(statusNow()).toBe('ACTIVE');
    expect((await freeze()).status).toBe(200);
  });

  it('control refuses a web page', async () => {
    const reply = await fetch(`${running.url}/_emulator/clock`, {
      headers: { origin: 'https://example.com' },
    });
    expect(reply.status).toBe(403);
  });
});
