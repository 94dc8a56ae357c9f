import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { webhookEvents } from '../../lib/catalogues/webhook-events.ts';
import { getCard, getCardHistory, listCards, updateCardStatus } from '../../lib/contracts/cards.ts';
import { listWebhookDeliveries } from '../../lib/contracts/webhooks.ts';
import { webhookHeaders } from '../../lib/contracts/wise/webhook-events.ts';
import { expect, test } from '../fixtures.ts';
import { pickCard } from '../support/pick-card.ts';
import { readEvents } from '../support/read-events.ts';

const writtenDelivery = z.object({ body: z.string(), signature: z.string(), state: z.string() });

const statusOf = (items: { token: string; status: { value: string } }[], token: string) =>
  items.find((item) => item.token === token)?.status.value;

test('a change made at Wise reaches the index, the history and open pages by itself', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const { path, token, lastFourDigits } = await pickCard(client, { status: 'ACTIVE' });
  const events = await readEvents(client);
  await emulator.setCardStatus(token, 'FROZEN');
  await events.until((event) => event.type === 'card.changed' && event.cardToken === token);
  events.close();
  const { body } = await client.call(listCards, { query: { query: lastFourDigits, limit: 200 } });
  expect(statusOf(body.items, token)).toBe('FROZEN');
  const history = await client.call(getCardHistory, { params: path, query: {} });
  expect(history.body.items[0]).toMatchObject({
    to: 'FROZEN',
    via: 'wise',
    actor: null,
    outcome: 'succeeded',
  });
});

test('the delivery about a change that the console made itself asks nothing of Wise', async ({
  anonymous,
  as,
  emulator,
}) => {
  const client = await as('operator');
  const [own, next] = [
    await pickCard(client, { status: 'ACTIVE' }),
    await pickCard(client, { status: 'ACTIVE' }),
  ];
  const events = await readEvents(client);
  const since = await emulator.now();
  // Wise's own try meets a closed port, so that the delivery surely comes after its answer was stored.
  await emulator.changeSettings({ webhookUrl: 'http://127.0.0.1:1/' });
  await client.call(updateCardStatus, { params: own.path, body: { status: 'FROZEN' } });
  await emulator.settleWebhooks();
  await emulator.changeSettings({ webhookUrl: null });
  const [late] = (await emulator.state('deliveries', writtenDelivery)).filter(
    ({ state, body }) => state === 'pending' && body.includes(own.token),
  );
  const taken = await anonymous.send('POST', '/api/webhooks/wise', {
    body: late?.body,
    headers: { [webhookHeaders.signature]: late?.signature ?? '' },
  });
  expect(taken.status).toBe(200);
  const history = await client.call(getCardHistory, { params: own.path, query: {} });
  expect(history.body.items[0]).toMatchObject({ to: 'FROZEN', via: 'console' });
  // Deliveries are processed in their order: once the second one's effect is there, the first is done.
  await emulator.setCardStatus(next.token, 'FROZEN');
  await events.until((event) => event.type === 'card.changed' && event.cardToken === next.token);
  events.close();
  const reads = (await emulator.requests(since)).filter(
    ({ method, path }) => method === 'GET' && path.endsWith(own.token),
  );
  // The one before the change itself.
  expect(reads).toHaveLength(1);
});

test('the same delivery twice changes nothing and is answered 200', async ({ as, emulator }) => {
  const client = await as('operator');
  const { path, token } = await pickCard(client, { status: 'ACTIVE' });
  await emulator.changeSettings({ webhookFaults: { duplicate: 1 } });
  await emulator.setCardStatus(token, 'FROZEN');
  await emulator.settleWebhooks();
  await expect
    .poll(async () => (await client.call(getCardHistory, { params: path, query: {} })).body.items.length)
    .toBe(1);
  expect((await client.call(getCard, { params: path })).body.status.value).toBe('FROZEN');
});

test('deliveries in any order end with what Wise says', async ({ as, emulator }) => {
  const client = await as('operator');
  const { token, lastFourDigits } = await pickCard(client, { status: 'ACTIVE' });
  await emulator.changeSettings({ webhookFaults: { shuffle: 1 } });
  for (const status of ['FROZEN', 'ACTIVE', 'FROZEN', 'ACTIVE', 'PARTNER_SUSPENDED'])
    await emulator.setCardStatus(token, status);
  await emulator.settleWebhooks();
  await expect
    .poll(async () =>
      statusOf(
        (await client.call(listCards, { query: { query: lastFourDigits, limit: 200 } })).body.items,
        token,
      ),
    )
    .toBe('PARTNER_SUSPENDED');
});

test('a missing or false signature is refused, and so is a signature by another key', async ({
  anonymous,
}) => {
  const body = JSON.stringify({
    data: {},
    subscription_id: randomUUID(),
    event_type: 'x#y',
    schema_version: '4.0.0',
    sent_at: '2026-01-01T00:00:00Z',
  });
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = createSign('RSA-SHA256').update(body).sign(privateKey, 'base64');
  for (const signature of [undefined, 'bm9uc2Vuc2U=', 'not base64 at all', foreign]) {
    const answer = await anonymous.send('POST', '/api/webhooks/wise', {
      body,
      headers: signature ? { 'x-signature-sha256': signature } : {},
    });
    expect(answer.problem.code).toBe('webhook_signature_wrong');
  }
});

test('a delivery over 1 MiB is refused', async ({ anonymous }) => {
  const answer = await anonymous.send('POST', '/api/webhooks/wise', {
    body: 'x'.repeat(1_100_000),
    headers: { 'x-signature-sha256': 'eA==' },
  });
  expect(answer.problem.code).toBe('body_too_large');
});

test('every kind in every version is understood, and used where the catalogue says so', async ({
  as,
  emulator,
}) => {
  const admin = await as('admin');
  const expected = new Map<string, { what: string; isUsed: boolean }>();
  let id = 770_000;
  for (const [eventType, { use, versions }] of Object.entries(webhookEvents)) {
    for (const version of versions) {
      id += 1;
      const [sent] = await emulator.sendWebhook({
        eventType,
        version,
        profileId: '30000001',
        id: String(id),
        ...(use === 'kept' && { data: { note: randomUUID() } }),
      });
      expected.set(sent?.id ?? '', { what: `${eventType} ${version}`, isUsed: use === 'used' });
    }
  }
  const read = async (deliveryId: string) =>
    (await admin.call(listWebhookDeliveries, { query: { query: deliveryId } })).body.items[0];
  for (const [deliveryId, { isUsed, what }] of expected) {
    await expect.poll(async () => (await read(deliveryId))?.state, what).toBe('done');
    const outcome = (await read(deliveryId))?.outcome;
    expect(outcome, what).not.toBe('not-understood');
    expect(outcome === 'kind-not-used', what).toBe(!isUsed);
  }
});
