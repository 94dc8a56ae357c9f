import { randomUUID } from 'node:crypto';
import { getCardHistory } from '../../lib/contracts/cards.ts';
import { getWebhookDelivery, getWebhookStream } from '../../lib/contracts/webhooks.ts';
import { expect } from '../fixtures.ts';
import { pickCard } from '../support/pick-card.ts';
import { readEvents } from '../support/read-events.ts';
import { printEvent, test } from '../support/signed-webhooks.ts';

const profileId = 30000001;
const now = () => new Date().toISOString();
const cardNamed = (cardToken: string, profile = profileId) => ({
  type: 'card',
  profile_id: profile,
  client_id: 'demo-client',
  card_token: cardToken,
});
const productionOf = (cardToken: string, status: string, more: object = {}) => ({
  resource: cardNamed(cardToken),
  status,
  kiosk_id: status === 'READY' ? null : 'WIS00001',
  occurred_at: '2026-11-22T09:00:00.250Z',
  error_code: null,
  description: 'told by a test',
  ...more,
});
const production = 'cards#card-production-status-change';

test('a print in both versions is one attempt, told to open pages, and ends once', async ({ as, hook }) => {
  const cardToken = randomUUID();
  const events = await readEvents(await as('admin'));
  const begun = await hook.deliver({ eventType: production, data: productionOf(cardToken, 'IN_PROGRESS') });
  expect(begun).toMatchObject({ outcome: 'kept', subjectId: cardToken, profileId: String(profileId) });
  await events.until((event) => event.type === 'production.changed' && event.cardToken === cardToken);
  events.close();
  const old = { occurred_at: '2026-11-22T09:00:00Z' };
  const ended = await hook.deliver({
    eventType: production,
    version: '2.0.0',
    data: productionOf(cardToken, 'PRODUCED', old),
  });
  expect(ended).toMatchObject({ outcome: 'kept', schemaVersion: '2.0.0' });
  const late = await hook.deliver({
    eventType: production,
    version: '2.0.0',
    data: productionOf(cardToken, 'IN_PROGRESS', old),
  });
  expect(late.outcome).toBe('known-already');
});

test('a print of a profile that is not connected, and one that names no card, change nothing', async ({
  hook,
}) => {
  const stranger = { resource: cardNamed(randomUUID(), 99) };
  const other = await hook.deliver({ eventType: production, data: productionOf('', 'READY', stranger) });
  expect(other.outcome).toBe('not-connected');
  const nameless = { resource: { ...cardNamed(''), card_token: null } };
  const none = await hook.deliver({
    eventType: production,
    data: productionOf('', 'READY', { ...nameless, occurred_at: now() }),
  });
  expect(none.outcome).toBe('not-ours');
});

test('an order is read again by its number, with an L behind it or without; one Wise does not know is not asked for again', async ({
  as,
  emulator,
  hook,
}) => {
  const made = await emulator.makeKioskCard({ profileId: String(profileId), notify: false });
  const events = await readEvents(await as('admin'));
  const order = (id: string | number, more: object = {}) => ({
    resource: { ...cardNamed(made.token), card_program: null },
    order_id: id,
    order_status: 'CARD_DETAILS_CREATED',
    delivery_vendor: null,
    occurred_at: now(),
    ...more,
  });
  const eventType = 'cards#card-order-status-change';
  const told = await hook.deliver({ eventType, data: order(`${made.orderId}L`) });
  expect(told).toMatchObject({ outcome: 'read-again', subjectId: made.orderId });
  await events.until((event) => event.type === 'card-order.changed' && event.orderId === made.orderId);
  events.close();
  const old = order(Number(made.orderId), { occurred_at: '2020-01-01T00:00:00Z', order_status: 'PLACED' });
  expect((await hook.deliver({ eventType, version: '2.0.0', data: old })).outcome).toBe('known-already');
  expect((await hook.deliver({ eventType, data: order('999999999L') })).outcome).toBe('gone-at-wise');
});

test('what a page shows live is told: transactions, disputes, balances', async ({ as, hook }) => {
  const admin = await as('admin');
  const events = await readEvents(admin);
  const cardToken = randomUUID();
  const transaction = { resource: cardNamed(cardToken), transaction_id: 71, occurred_at: now() };
  for (const version of ['2.0.0', '2.1.0', '4.0.0']) {
    const data = { ...transaction, transaction_id: `7${version[2]}${version[0]}` };
    const taken = await hook.deliver({ eventType: 'cards#transaction-state-change', version, data });
    expect(taken.outcome).toBe('pages-told');
  }
  const dispute = {
    id: randomUUID(),
    profile_id: profileId,
    transaction_id: 4337,
    type: 'transaction-dispute',
  };
  await hook.deliver({
    eventType: 'transaction-disputes#update',
    data: { resource: dispute, status: 'CLOSED', occurred_at: now() },
  });
  await events.until((event) => event.type === 'card-transaction.changed' && event.transactionId === '4337');
  const balance = { type: 'balance-account', id: 2, profile_id: profileId };
  const credited = await hook.deliver({
    eventType: 'balances#update',
    version: '2.1.0',
    data: { resource: balance, amount: 70, currency: 'GBP', transaction_type: 'credit', occurred_at: now() },
  });
  expect(credited.outcome).toBe('kept');
  await events.until((event) => event.type === 'balances.changed' && event.profileId === String(profileId));
  events.close();
  const state = { ...balance, state: 'INACTIVE' };
  const closed = {
    eventType: 'balances#account-state-change',
    data: { resource: state, occurred_at: now() },
  };
  expect((await hook.deliver(closed)).outcome).toBe('pages-told');
});

test('money that is not of this console is said to be so, in either spelling', async ({ hook }) => {
  const transfer = { type: 'transfer', id: 4242, profile_id: profileId, account_id: 1 };
  for (const [eventType, data] of [
    ['transfers#state-change', { current_state: 'processing', previous_state: null, occurred_at: now() }],
    ['transfers#refund', { occurred_at: now() }],
    ['transfers#active-cases', { active_cases: ['deposit_amount_less_invoice'] }],
  ] as const) {
    expect((await hook.deliver({ eventType, data: { resource: transfer, ...data } })).outcome).toBe(
      'not-ours',
    );
  }
  const batchGroupId = randomUUID();
  const eventType = 'batch-payment-initiations#state-change';
  const since4 = {
    resource: { id: 5, batch_group_id: batchGroupId, profile_id: profileId },
    current_status: 'PROCESSING',
    occurred_at: now(),
  };
  const before4 = {
    resource: { id: 5, batchGroupId, profileId },
    currentStatus: 'PROCESSING',
    occurredAt: now(),
  };
  expect((await hook.deliver({ eventType, data: since4 })).outcome).toBe('not-ours');
  expect(await hook.deliver({ eventType, version: '2.0.0', data: before4 })).toMatchObject({
    outcome: 'not-ours',
    profileId: String(profileId),
  });
});

test('a profile that Wise limits is looked at again with its cards', async ({ emulator, hook }) => {
  const since = await emulator.now();
  const data = {
    resource: { id: profileId, type: 'profile' },
    current_state: 'VIEW_ONLY',
    occurred_at: now(),
  };
  expect((await hook.deliver({ eventType: 'profiles#state-change', data })).outcome).toBe('read-again');
  const asked = (await emulator.requests(since)).map(({ path }) => path);
  expect(asked).toContain('/v2/profiles');
  expect(asked).toContain(`/v3/spend/profiles/${profileId}/cards`);
});

test('what is signed is kept, whatever it says: no JSON, no notification, an unknown kind, a shape nobody knows', async ({
  as,
  hook,
}) => {
  const admin = await as('admin');
  const before = (await admin.call(getWebhookStream, {})).body.notUnderstood;
  for (const body of ['not json', '[]', `{"hello":"${randomUUID()}"}`, `${randomUUID()}\u0000`]) {
    const id = randomUUID();
    expect(await hook.post(body, { id })).toBe(200);
    const delivery = await hook.untilDone(id);
    expect(delivery.outcome).toBe('not-understood');
    const { body: details } = await admin.call(getWebhookDelivery, { params: { deliveryId: delivery.id } });
    expect(details.payload).toBeNull();
  }
  expect((await admin.call(getWebhookStream, {})).body.notUnderstood).toBe(before + 4);
  const unknown = await hook.deliver({ eventType: 'kiosks#moved', data: { resource: { id: randomUUID() } } });
  expect(unknown).toMatchObject({ outcome: 'kind-not-used', eventType: 'kiosks#moved' });
  const odd = { eventType: 'cards#card-status-change', data: { resource: randomUUID() } };
  expect((await hook.deliver(odd)).outcome).toBe('not-understood');
});

test('seen before by id or by content, it is 200 and changes nothing; a test never stands for the event', async ({
  as,
  hook,
}) => {
  const operator = await as('operator');
  const { path, token } = await pickCard(operator, { status: 'ACTIVE' });
  const occurred_at = now();
  const data = {
    resource: cardNamed(token, Number(path.profileId)),
    card_status: 'ACTIVE',
    changed_by: 'another-client',
    occurred_at,
  };
  const eventType = 'cards#card-status-change';
  const tested = randomUUID();
  expect(await hook.post(printEvent({ eventType, data }), { id: tested, isTest: true })).toBe(200);
  expect((await hook.untilDone(tested)).outcome).toBe('test');
  expect((await operator.call(getCardHistory, { params: path, query: {} })).body.items).toEqual([]);
  const id = randomUUID();
  // Through another subscription, under another id, with another time of sending; then other content under the same id.
  for (const [body, under] of [
    [printEvent({ eventType, data }), id],
    [printEvent({ eventType, data }), randomUUID()],
    [printEvent({ eventType, data, sentAt: '2026-11-22T00:00:00Z' }), id],
    [printEvent({ eventType, data: { ...data, card_status: 'FROZEN' } }), id],
  ] as const)
    expect(await hook.post(body, { id: under })).toBe(200);
  await hook.untilDone(id);
  expect(await hook.find(token)).toHaveLength(2);
  const history = await operator.call(getCardHistory, { params: path, query: {} });
  expect(history.body.items).toHaveLength(1);
});

test('an event of last year is taken: after a crash Wise still tries', async ({ hook }) => {
  const taken = await hook.deliver({
    eventType: production,
    data: productionOf(randomUUID(), 'READY', { occurred_at: '2025-11-22T09:00:00.000Z' }),
    sentAt: '2025-11-22T09:00:01.000Z',
  });
  expect(taken.outcome).toBe('kept');
});

test('what cannot be taken in now is tried again, and is lost by nothing', async ({ emulator, hook }) => {
  const made = await emulator.makeKioskCard({ profileId: String(profileId), notify: false });
  await emulator.addFault({ match: { path: `/card-orders/${made.orderId}` }, status: 503 });
  const id = randomUUID();
  const data = {
    resource: { ...cardNamed(made.token), card_program: null },
    order_id: `${made.orderId}L`,
    order_status: 'PRODUCED',
    delivery_vendor: null,
    occurred_at: now(),
  };
  expect(await hook.post(printEvent({ eventType: 'cards#card-order-status-change', data }), { id })).toBe(
    200,
  );
  await expect.poll(async () => (await hook.find(id))[0]?.state).toBe('failing');
  const [failing] = await hook.find(id);
  expect(failing).toMatchObject({ failure: 'wise_unavailable', attempts: 1, outcome: null });
  expect(Date.parse(failing?.dueAt ?? '')).toBeGreaterThan(Date.now());
});
