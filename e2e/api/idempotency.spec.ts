import { randomUUID } from 'node:crypto';
import { updateCardStatus } from '../../lib/contracts/cards.ts';
import { expect, test } from '../fixtures.ts';
import { pickCard } from '../support/pick-card.ts';

test('the same key and body answer again what was answered, and reach Wise once', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const { path } = await pickCard(client, { status: 'ACTIVE' });
  const since = await emulator.now();
  const request = { params: path, body: { status: 'FROZEN' as const }, idempotencyKey: randomUUID() };
  const first = await client.call(updateCardStatus, request);
  const again = await client.call(updateCardStatus, request);
  expect(again.body).toEqual(first.body);
  expect(first.headers.get('idempotent-replayed')).toBeNull();
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  const puts = (await emulator.requests(since)).filter(
    ({ method, path: at }) => method === 'PUT' && at.includes(path.cardToken),
  );
  expect(puts).toHaveLength(1);
});

test('a refusal is kept as well', async ({ as }) => {
  const client = await as('operator');
  const { path } = await pickCard(client, { status: 'FROZEN' });
  const request = { params: path, body: { status: 'FROZEN' as const }, idempotencyKey: randomUUID() };
  expect((await client.call(updateCardStatus, request)).problem.code).toBe('card_status_not_offered');
  const again = await client.call(updateCardStatus, request);
  expect(again.problem.code).toBe('card_status_not_offered');
  expect(again.headers.get('idempotent-replayed')).toBe('true');
});

test('the same key with another body is refused, and so is a missing or short one', async ({ as }) => {
  const client = await as('operator');
  const { path } = await pickCard(client, { status: 'ACTIVE' });
  const idempotencyKey = randomUUID();
  await client.call(updateCardStatus, { params: path, body: { status: 'FROZEN' }, idempotencyKey });
  const other = await client.call(updateCardStatus, {
    params: path,
    body: { status: 'ACTIVE' },
    idempotencyKey,
  });
  expect(other.problem.code).toBe('idempotency_key_reused');
  for (const key of [null, 'short']) {
    const answer = await client.call(updateCardStatus, {
      params: path,
      body: { status: 'ACTIVE' },
      idempotencyKey: key,
    });
    expect(answer.problem.code).toBe('idempotency_key_required');
  }
});

test('keys belong to one person and one card', async ({ as }) => {
  const one = await as('operator');
  const two = await as('operator2@example.com');
  const idempotencyKey = randomUUID();
  const first = await pickCard(one, { status: 'ACTIVE' });
  const second = await pickCard(one, { status: 'ACTIVE' });
  const freeze = (
    client: typeof one,
    path: { profileId: string; cardToken: string },
    status: 'FROZEN' | 'ACTIVE',
  ) => client.call(updateCardStatus, { params: path, body: { status }, idempotencyKey });
  expect((await freeze(one, first.path, 'FROZEN')).body.token).toBe(first.token);
  expect((await freeze(one, second.path, 'FROZEN')).body.token).toBe(second.token);
  expect((await freeze(two, first.path, 'ACTIVE')).body.status.value).toBe('ACTIVE');
});

test('the same request at the same time runs once: the second is told that it is being done, or gets the same answer', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const { path } = await pickCard(client, { status: 'ACTIVE' });
  await emulator.addFault({ match: { method: 'PUT', path: path.cardToken }, delayMs: 400, times: 1 });
  const since = await emulator.now();
  const request = { params: path, body: { status: 'FROZEN' as const }, idempotencyKey: randomUUID() };
  const answers = await Promise.all([
    client.call(updateCardStatus, request),
    client.call(updateCardStatus, request),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  expect(answers.find((answer) => answer.status === 409)?.problem.code).toBe('in_progress');
  const puts = (await emulator.requests(since)).filter(
    ({ method, path: at }) => method === 'PUT' && at.includes(path.cardToken),
  );
  expect(puts).toHaveLength(1);
});

test('a failure before anything was sent keeps the key free', async ({ as, emulator }) => {
  const client = await as('operator');
  const { path } = await pickCard(client, { status: 'ACTIVE' });
  await emulator.addFault({
    match: { method: 'PUT', path: path.cardToken },
    status: 429,
    headers: { 'retry-after': '1' },
    times: 1,
    body: {},
  });
  const request = { params: path, body: { status: 'FROZEN' as const }, idempotencyKey: randomUUID() };
  expect((await client.call(updateCardStatus, request)).problem.code).toBe('wise_rate_limited');
  await expect.poll(async () => (await client.call(updateCardStatus, request)).status).toBe(200);
});
