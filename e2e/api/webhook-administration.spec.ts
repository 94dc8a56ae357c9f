import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { listAudit } from '../../lib/contracts/audit.ts';
import {
  createWebhookSubscription,
  deleteWebhookSubscription,
  getWebhookDelivery,
  getWebhookStream,
  listWebhookDeliveries,
  listWebhookSubscriptions,
  lookForGaps,
  replayWebhookDelivery,
  testWebhookSubscription,
} from '../../lib/contracts/webhooks.ts';
import { expect } from '../fixtures.ts';
import { metricsToken } from '../support/stack.ts';
import { printEvent, sign, test } from '../support/signed-webhooks.ts';

const profileId = 30000002;
const declined = (cardToken: string, decline_reason: string | null) => ({
  eventType: 'cards#transaction-state-change',
  data: {
    resource: { type: 'card', profile_id: profileId, client_id: 'demo-client', card_token: cardToken },
    transaction_id: Math.floor(Math.random() * 1e9),
    transaction_state: 'DECLINED',
    decline_reason,
    detailed_decline_reason: 'SUSPECTED_FRAUD_NO_BALANCE',
    relay_authorisation_data: { response_code: '59', fallback: false },
    occurred_at: new Date().toISOString(),
  },
});

test('deliveries are found by what they are about and narrowed by kind, state, outcome, test and time, in pages', async ({
  as,
  hook,
}) => {
  const auditor = await as('auditor');
  const cardToken = randomUUID();
  for (let index = 0; index < 5; index++) await hook.deliver(declined(cardToken, 'INSUFFICIENT_FUNDS'));
  const tested = randomUUID();
  await hook.post(printEvent(declined(cardToken, null)), { id: tested, isTest: true });
  await hook.untilDone(tested);
  const ask = async (query: object) =>
    (await auditor.call(listWebhookDeliveries, { query: { query: cardToken, ...query } })).body;
  expect(await ask({})).toMatchObject({ total: 6, counts: { waiting: 0, failing: 0, done: 6 } });
  expect((await ask({ test: 'yes' })).items).toMatchObject([{ deliveryId: tested, outcome: 'test' }]);
  expect((await ask({ outcome: ['pages-told'] })).total).toBe(5);
  expect((await ask({ state: ['failing', 'waiting'] })).total).toBe(0);
  expect((await ask({ eventType: ['transfers#refund'] })).total).toBe(0);
  expect((await ask({ until: '2020-01-01T00:00:00Z' })).total).toBe(0);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask({ limit: 4, sort: 'received', ...(cursor && { cursor }) });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(new Set(seen).size).toBe(6);
  expect((await ask({ sort: '-received' })).items.map(({ id }) => id)).toEqual([...seen].reverse());
  expect((await auditor.call(listWebhookDeliveries, { query: { cursor: 'x' } })).status).toBe(400);
});

test('what a payload says of a decline is told as its reader may know it', async ({ as, hook }) => {
  const admin = await as('admin');
  const read = async (reason: string | null) => {
    const { id } = await hook.deliver(declined(randomUUID(), reason));
    return (await admin.call(getWebhookDelivery, { params: { deliveryId: id } })).body.payload ?? '';
  };
  for (const hidden of ['SUSPECTED_FRAUD_AML', 'UNEXPECTED_ERROR', 'NEVER_SEEN_BEFORE', null]) {
    const payload = await read(hidden);
    expect(payload).toContain('"decline_reason":"NOT_DISCLOSED"');
    expect(payload).not.toMatch(/SUSPECTED_FRAUD|NEVER_SEEN|UNEXPECTED|"59"/);
  }
  expect((await admin.call(getWebhookDelivery, { params: { deliveryId: randomUUID() } })).status).toBe(404);
});

test('a delivery is taken in again by an administrator, and that is in the trail', async ({
  as,
  emulator,
  hook,
}) => {
  const [admin, auditor] = [await as('admin'), await as('auditor')];
  const made = await emulator.makeKioskCard({ profileId: String(profileId), notify: false });
  await emulator.addFault({ match: { path: `/card-orders/${made.orderId}` }, times: 20, status: 503 });
  const id = randomUUID();
  const resource = { type: 'card', profile_id: profileId, client_id: 'c', card_token: made.token };
  const order = { order_id: `${made.orderId}L`, order_status: 'PRODUCED', delivery_vendor: null };
  const data = { resource, ...order, occurred_at: new Date().toISOString() };
  await hook.post(printEvent({ eventType: 'cards#card-order-status-change', data }), { id });
  await expect.poll(async () => (await hook.find(id))[0]?.state).toBe('failing');
  const [failing] = await hook.find(id);
  const params = { deliveryId: failing?.id ?? '' };
  expect((await auditor.call(replayWebhookDelivery, { params, body: {} })).status).toBe(403);
  await emulator.clearFaults();
  const again = await admin.call(replayWebhookDelivery, { params, body: {} });
  expect(again.body).toMatchObject({ state: 'done', outcome: 'read-again', failure: null, attempts: 2 });
  const trail = await auditor.call(listAudit, { query: { query: params.deliveryId } });
  expect(trail.body.items).toContainEqual(
    expect.objectContaining({ action: 'webhooks.replay', outcome: 'succeeded' }),
  );
});

test('what is refused is counted by reason, in the metrics too; nothing of it is kept', async ({
  anonymous,
  as,
  hook,
}) => {
  const admin = await as('admin');
  const counts = async () => {
    const { refused } = (await admin.call(getWebhookStream, {})).body;
    return Object.fromEntries(refused.map(({ count, reason }) => [reason, count]));
  };
  const before = await counts();
  const body = printEvent(declined(randomUUID(), null));
  const id = randomUUID();
  expect(await hook.post(body, { id, signature: sign(`${body} `) })).toBe(401);
  expect(await hook.post('x'.repeat(1_100_000), { id })).toBe(413);
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
    const answer = await anonymous.send(method, '/api/webhooks/wise', { origin: null });
    expect([answer.status, answer.problem.code]).toEqual([405, 'method_not_allowed']);
  }
  const grown = async (reason: string) => ((await counts())[reason] ?? 0) - (before[reason] ?? 0);
  // What the emulator sends by itself is a forgery to this console.
  await expect.poll(() => grown('webhook_signature_wrong')).toBeGreaterThanOrEqual(1);
  await expect.poll(() => grown('body_too_large')).toBe(1);
  await expect.poll(() => grown('method_not_allowed')).toBe(4);
  expect(await hook.find(id)).toEqual([]);
  const metrics = await anonymous.open('/api/metrics', { authorization: `Bearer ${metricsToken}` });
  expect(await metrics.text()).toMatch(
    /console_webhooks_refused_total\{reason="webhook_signature_wrong"\} \d+/,
  );
});

test('subscriptions are Wise’s own: listed, made once for each kind and version, tested, deleted', async ({
  as,
  emulator,
}) => {
  const [admin, auditor] = [await as('admin'), await as('auditor')];
  const list = async () => (await auditor.call(listWebhookSubscriptions, {})).body;
  await expect.poll(async () => (await list()).items.filter(({ isKept }) => isKept).length).toBe(13);
  const body = { name: 'Reviews', eventType: 'kyc-reviews#state-change' as const, version: '5.0.0' };
  expect((await auditor.call(createWebhookSubscription, { body })).status).toBe(403);
  const wrong = await admin.call(createWebhookSubscription, { body: { ...body, version: '3.0.0' } });
  expect(wrong.problem).toMatchObject({ code: 'validation_failed', fields: [{ path: 'body.version' }] });
  const made = await admin.call(createWebhookSubscription, { body });
  expect(made.body).toMatchObject({ ...body, isOurs: true, isKept: false });
  const twice = await admin.call(createWebhookSubscription, { body: { ...body, version: '4.0.0' } });
  expect(twice.problem).toMatchObject({ code: 'conflict', detail: expect.stringContaining('5.0.0') });
  const atWise = z.object({ id: z.string(), triggerOn: z.string() });
  const ofKind = async () =>
    (await emulator.state('subscriptions', atWise)).filter(({ triggerOn }) => triggerOn === body.eventType);
  expect(await ofKind()).toHaveLength(1);
  const params = { subscriptionId: made.body.id };
  const refused = await admin.call(deleteWebhookSubscription, { params, body: { reason: '' } });
  expect(refused.status).toBe(400);
  await admin.call(deleteWebhookSubscription, { params, body: { reason: 'No longer reviewed here' } });
  expect(await ofKind()).toEqual([]);
  const gone = await admin.call(deleteWebhookSubscription, { params, body: { reason: 'Once more' } });
  expect(gone.status).toBe(404);
});

test('a test is sent by Wise, of what it was asked for', async ({ as, emulator }) => {
  const admin = await as('admin');
  const items = async () => (await admin.call(listWebhookSubscriptions, {})).body.items;
  await expect.poll(async () => (await items()).length).toBeGreaterThan(0);
  const one = (await items()).find(({ eventType }) => eventType === 'cards#card-status-change');
  const sent = await admin.call(testWebhookSubscription, {
    params: { subscriptionId: one?.id ?? '' },
    body: {},
  });
  const atWise = z.object({ id: z.string(), isTest: z.boolean() });
  const deliveries = await emulator.state('deliveries', atWise);
  const ids = deliveries.filter(({ isTest }) => isTest).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(sent.body.deliveryIds));
  const nobody = { subscriptionId: randomUUID() };
  expect((await admin.call(testWebhookSubscription, { params: nobody, body: {} })).status).toBe(404);
});

test('only administrators and auditors see any of it', async ({ anonymous, as }) => {
  for (const path of ['/api/webhooks/deliveries', '/api/webhooks/stream', '/api/webhooks/subscriptions']) {
    for (const who of ['operator', 'compliance', 'branch_manager'] as const)
      expect((await (await as(who)).send('GET', path)).status).toBe(403);
    expect((await anonymous.send('GET', path)).status).toBe(401);
  }
});

test('POST stream/look: an administrator has the console look, which ends with a later check of every kind; nobody else may, and the trail says who', async ({
  as,
}) => {
  const admin = await as('admin');
  const auditor = await as('auditor');
  for (const who of ['auditor', 'operator', 'compliance', 'branch_manager'] as const)
    expect((await (await as(who)).call(lookForGaps, { body: {} })).problem.code).toBe('forbidden');
  const asked = await admin.call(lookForGaps, { body: {} });
  expect(asked.status).toBe(202);
  const checked = async () => {
    const { checks } = (await auditor.call(getWebhookStream, {})).body;
    return checks.filter(({ checkedAt }) => checkedAt >= asked.body.askedAt).map((one) => one.eventType);
  };
  await expect
    .poll(checked)
    .toEqual([
      'balances#update',
      'cards#card-order-status-change',
      'cards#card-production-status-change',
      'cards#card-status-change',
    ]);
  const { items } = (await auditor.call(listAudit, { query: { action: 'webhooks.look' } })).body;
  expect(items[0]).toMatchObject({
    targetType: 'webhook-stream',
    outcome: 'succeeded',
    withheld: { actorRole: 'admin' },
  });
});
