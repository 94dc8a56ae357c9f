import { z } from 'zod';
import { listAudit } from '../../lib/contracts/audit.ts';
import { getCardHistory, listCards, updateCardStatus } from '../../lib/contracts/cards.ts';
import { listTransactions } from '../../lib/contracts/transactions.ts';
import { test as base, expect } from '../fixtures.ts';
import { pickCard } from '../support/pick-card.ts';
import { readEvents } from '../support/read-events.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { openStoreLine, type StoreLine } from '../support/store-line.ts';

const server = process.env.TEST_DATABASE_URL;

const test = base.extend<object, { line: StoreLine; stack: Stack }>({
  line: [
    async ({}, provide) => {
      const line = await openStoreLine(server ?? '');
      await provide(line);
      line.close();
    },
    { scope: 'worker' },
  ],
  stack: [
    async ({ line }, provide, { workerIndex }) => {
      const stack = await startStack(`store-line-${workerIndex}`, {}, line.url);
      await provide(stack);
      line.mend();
      await stack.stop();
    },
    { scope: 'worker', timeout: 360_000 },
  ],
});

test.skip(server === undefined, 'There is no line to cut to a store that is a folder.');
test.describe.configure({ mode: 'serial' });
test.afterEach(({ line }) => line.mend());

test('while the store is away the console says so and sends nothing to Wise; then it goes on by itself', async ({
  anonymous,
  as,
  emulator,
  line,
}) => {
  const client = await as('operator', { fresh: true });
  const { path } = await pickCard(client, { status: 'ACTIVE' });
  const freeze = () => client.call(updateCardStatus, { params: path, body: { status: 'FROZEN' } });
  const since = await emulator.now();
  line.cut();
  // More than the store has connections, so that one which is not given back would be missed.
  for (let round = 0; round < 15; round++) {
    for (const answer of [await client.call(listCards, {}), await freeze()]) {
      expect(answer.status).toBe(503);
      expect(answer.problem).toMatchObject({ code: 'store_unavailable', certain: 'nothing' });
      expect(answer.text).not.toMatch(/select|insert|terminated|ECONN/);
    }
  }
  expect((await anonymous.send('GET', '/api/health/live')).status).toBe(200);
  expect((await anonymous.send('GET', '/api/health/ready')).problem.code).toBe('store_unavailable');
  expect((await emulator.requests(since)).filter(({ method }) => method === 'PUT')).toEqual([]);

  line.mend();
  await expect.poll(async () => (await anonymous.send('GET', '/api/health/ready')).status).toBe(200);
  const answers = await Promise.all(Array.from({ length: 15 }, () => client.call(listCards, {})));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect((await freeze()).body.status.value).toBe('FROZEN');
});

test('signing in while the store is away is no wrong password, and tells nothing of the store', async ({
  anonymous,
  line,
  stack,
}) => {
  const csrf = await anonymous.send('GET', '/api/auth/csrf');
  const csrfToken = String(Reflect.get(Object(csrf.body), 'csrfToken'));
  line.cut();
  const reply = await fetch(`${stack.consoleUrl}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: csrf.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    },
    body: new URLSearchParams({
      email: 'operator@example.com',
      password: 'demo-console',
      csrfToken,
      json: 'true',
    }),
  });
  const text = await reply.text();
  expect(reply.status).toBe(503);
  expect(reply.headers.get('content-type')).toBe('application/problem+json');
  expect(JSON.parse(text)).toMatchObject({ code: 'store_unavailable' });
  expect(text).not.toContain('operator@example.com');
  expect(stack.readConsoleLog()).not.toContain('operator@example.com');
});

test('a page asked for while the store is away leaves nothing in the log of what the store was asked', async ({
  as,
  line,
  stack,
}) => {
  const client = await as('operator', { fresh: true });
  line.cut();
  // Past the few seconds for which a session is remembered.
  await expect.poll(async () => (await client.send('GET', '/cards')).status).toBe(500);
  expect(stack.readConsoleLog()).toContain('store_unavailable');
  expect(stack.readConsoleLog()).not.toMatch(/Failed query|from "sessions"/);
});

test('open pages hear again of changes once the store is back', async ({ as, line }) => {
  const client = await as('operator', { fresh: true });
  const { path } = await pickCard(client, { status: 'ACTIVE' });
  const events = await readEvents(client);
  line.cut();
  expect((await client.call(listCards, {})).problem.code).toBe('store_unavailable');
  line.mend();
  const freeze = () => client.call(updateCardStatus, { params: path, body: { status: 'FROZEN' } });
  await expect.poll(async () => (await freeze()).status).toBe(200);
  await events.until((event) => event.type === 'card.changed' && event.cardToken === path.cardToken);
  events.close();
});

test('what Wise took while the store was away is told as done, and never as failed', async ({
  as,
  emulator,
  line,
}) => {
  const client = await as('operator', { fresh: true });
  const auditor = await as('auditor', { fresh: true });
  const { path } = await pickCard(client, { status: 'ACTIVE' });
  const card = z.object({ token: z.string(), status: z.string() });
  await emulator.addFault({ match: { method: 'PUT', path: path.cardToken }, delayAfterMs: 2000, times: 1 });
  const freezing = client.call(updateCardStatus, { params: path, body: { status: 'FROZEN' } });
  await expect
    .poll(
      async () => (await emulator.state('cards', card)).find(({ token }) => token === path.cardToken)?.status,
    )
    .toBe('FROZEN');
  line.cut();
  expect((await freezing).body.status.value).toBe('FROZEN');

  line.mend();
  await expect
    .poll(async () => (await client.call(getCardHistory, { params: path, query: {} })).status)
    .toBe(200);
  const { body: history } = await client.call(getCardHistory, { params: path, query: {} });
  expect(history.items[0]).toMatchObject({ to: 'FROZEN', outcome: 'running' });
  const { body: trail } = await auditor.call(listAudit, { query: { query: path.cardToken } });
  expect(trail.items.map(({ phase }) => phase)).toEqual(['intent']);
});

test('an export that the store leaves midway breaks off, and does not end as if it were whole', async ({
  as,
  line,
}) => {
  const client = await as('operator', { fresh: true });
  const many = 4000;
  const count = async () => (await client.call(listTransactions, { query: { limit: 1 } })).body.total;
  await expect.poll(count, { timeout: 120_000 }).toBeGreaterThan(many);
  const read = async (onFirst: () => void) => {
    const reader = (await client.open('/api/transactions/export.csv?reason=audit')).body?.getReader();
    let bytes = 0;
    for (;;) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) return bytes;
      if (bytes === 0) onFirst();
      bytes += chunk.value.length;
    }
  };
  expect(await read(() => undefined)).toBeGreaterThan(many * 100);
  await expect(read(() => line.cut())).rejects.toThrow();
});
