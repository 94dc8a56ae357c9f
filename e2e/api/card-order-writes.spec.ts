import { randomUUID } from 'node:crypto';
import { listAudit } from '../../lib/contracts/audit.ts';
import { listIndexedCardOrders } from '../../lib/contracts/card-order-list.ts';
import {
  cancelCardOrder,
  createCardOrder,
  getCardAvailability,
  renewCardOrder,
} from '../../lib/contracts/card-order-writes.ts';
import { getCardOrder } from '../../lib/contracts/card-orders.ts';
import { getCard } from '../../lib/contracts/cards.ts';
import { expect, test } from '../fixtures.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import type { EmulatorControl } from '../support/emulator-control.ts';
import { countPhysical, orderBody, ordersAt, pickProfile } from '../support/order-cards.ts';

const creations = async (emulator: EmulatorControl, since: string) =>
  (await emulator.requests(since)).filter(
    ({ method, path }) => method === 'POST' && path.endsWith('/card-orders'),
  );
const still = { orderStepMs: null };
const reason = 'Asked for at the counter';
const latestOf = async (auditor: ConsoleClient, query: string) => {
  const [row] = (await auditor.call(listAudit, { query: { query } })).body.items;
  return row && `${row.action} ${row.phase} ${row.outcome}`;
};

test('POST card-orders: one order at Wise under the stored key; the branch sees it at once, without the name; the trail says who', async ({
  as,
  emulator,
}) => {
  await emulator.changeSettings(still);
  const operator = await as('operator');
  const profileId = await pickProfile(await as('operator'), emulator);
  const body = await orderBody(operator, profileId);
  const idempotencyKey = randomUUID();
  const sent = { params: { profileId }, body, idempotencyKey };
  const placed = await operator.call(createCardOrder, sent);
  expect(placed.body).toMatchObject({ profileId, status: 'PLACED' });
  const replayed = await operator.call(createCardOrder, sent);
  expect(replayed.headers.get('idempotent-replayed')).toBe('true');
  // Another intent with the same request: Wise knows the key, and there is one order.
  const again = await operator.call(createCardOrder, { params: { profileId }, body });
  expect(again.body).toEqual(placed.body);
  const held = (await ordersAt(emulator, profileId)).filter(
    ({ idempotenceUuid }) => idempotenceUuid === body.requestId,
  );
  expect(held).toHaveLength(1);
  expect(held[0]).toMatchObject({ cardHolderName: 'Imogen Farrow', deliveryOption: 'KIOSK_COLLECTION' });
  const other = await operator.call(createCardOrder, {
    params: { profileId },
    body: { ...body, cardHolderName: 'Somebody Else' },
  });
  expect(other.problem.code).toBe('idempotency_key_reused');

  const { orderId } = placed.body;
  const manager = await as('branch_manager');
  const seen = (await manager.call(listIndexedCardOrders, { query: { query: orderId } })).body.items;
  expect(seen).toEqual([
    expect.objectContaining({
      id: orderId,
      branch: { id: 'leeds', name: 'Leeds' },
      cardHolderName: null,
      profileName: null,
    }),
  ]);
  expect((await manager.call(listIndexedCardOrders, { query: { query: 'Farrow' } })).body.items).toEqual([]);
  const page = (await operator.call(getCardOrder, { params: { profileId, orderId } })).body;
  expect(page).toMatchObject({
    branch: { id: 'leeds' },
    replacesOrderId: null,
    renewal: null,
    statuses: [{ status: 'PLACED' }],
  });
  expect(page.orderedBy).not.toBeNull();
  const auditor = await as('auditor');
  const trail = await auditor.call(listAudit, { query: { query: body.requestId } });
  const outcomes = trail.body.items.filter(({ phase }) => phase === 'outcome');
  expect(outcomes.map(({ errorCode, outcome }) => errorCode ?? outcome)).toEqual([
    'idempotency_key_reused',
    'succeeded',
    'succeeded',
  ]);
  expect(outcomes.at(-1)?.details).toMatchObject({ orderId, branchId: 'leeds', delivery: 'kiosk' });
  for (const secret of ['Farrow', 'FARROW', 'Boar Lane', '900611']) expect(trail.text).not.toContain(secret);
});

test('POST card-orders: a wrong address is told by field, and nothing is ordered', async ({
  as,
  emulator,
}) => {
  const operator = await as('operator');
  const profileId = await pickProfile(await as('operator'), emulator);
  const good = await orderBody(operator, profileId);
  const since = await emulator.now();
  const address = { firstLine: 'PO Box 12', city: '', postCode: 'nowhere', country: 'GB' };
  const answer = await operator.call(createCardOrder, {
    params: { profileId },
    body: { ...good, address },
  });
  expect(answer.problem.code).toBe('validation_failed');
  expect(answer.problem.fields?.map(({ path }) => path).sort()).toEqual([
    'body.address.city',
    'body.address.firstLine',
    'body.address.postCode',
  ]);
  for (const [change, path] of [
    [{ embossedName: 'X'.repeat(23) }, 'body.embossedName'],
    [{ phoneNumber: '0770 900 611' }, 'body.phoneNumber'],
    [{ cardHolderName: ' ' }, 'body.cardHolderName'],
    [{ branchId: undefined }, 'body.branchId'],
    [{ delivery: 'post' as const }, 'body.branchId'],
    [{ address: undefined }, 'body.address'],
    [{ branchId: 'atlantis' }, 'body.branchId'],
  ] as const) {
    const { branchId, address: line, ...rest } = { ...good, ...change };
    const body = { ...rest, ...(branchId && { branchId }), ...(line && { address: line }) };
    const refused = await operator.call(createCardOrder, { params: { profileId }, body });
    expect(refused.problem.fields?.[0]?.path, path).toBe(path);
  }
  expect(await creations(emulator, since)).toEqual([]);
});

test('POST card-orders: what Wise refuses is said in words, and can be ordered rightly afterwards', async ({
  as,
  emulator,
}) => {
  await emulator.changeSettings(still);
  const operator = await as('operator');
  const profileId = await pickProfile(await as('operator'), emulator);
  const params = { profileId };
  const body = await orderBody(operator, profileId);
  const unknown = await operator.call(createCardOrder, { params, body: { ...body, programme: 'NONE_SUCH' } });
  expect(unknown.problem.code).toBe('card_order_programme');
  const sameAgain = await operator.call(createCardOrder, {
    params,
    body: { ...body, programme: 'NONE_SUCH' },
  });
  expect(sameAgain.problem.code).toBe('card_order_refused');

  await emulator.changeSettings({ cardLimits: { physical: 0 } });
  const none = (await operator.call(getCardAvailability, { params })).body;
  expect(none.programmes.filter(({ cardType }) => cardType === 'PHYSICAL')).toEqual([]);
  const full = await operator.call(createCardOrder, { params, body: { ...body, requestId: randomUUID() } });
  expect(full.problem.code).toBe('card_order_limit');
  await emulator.changeSettings({ cardLimits: { physical: 10 } });
  const done = await operator.call(createCardOrder, { params, body: { ...body, requestId: randomUUID() } });
  expect(done.body.status).toBe('PLACED');
});

test('POST card-orders: the day’s virtual cards are counted before and refused after the third', async ({
  as,
  emulator,
}) => {
  await emulator.changeSettings(still);
  const operator = await as('operator');
  const profileId = await pickProfile(await as('operator'), emulator);
  const params = { profileId };
  for (const count of [0, 1, 2]) {
    const { held, most } = (await operator.call(getCardAvailability, { params })).body;
    expect([held.virtualToday, most?.virtualPerDay]).toEqual([count, 3]);
    const body = await orderBody(operator, profileId, { delivery: null });
    expect((await operator.call(createCardOrder, { params, body })).status).toBe(200);
  }
  const { programmes } = (await operator.call(getCardAvailability, { params })).body;
  expect(programmes.every(({ cardType }) => cardType === 'PHYSICAL')).toBe(true);
  const body = { ...(await orderBody(operator, profileId)), delivery: null };
  const virtual = (await ordersAt(emulator, profileId)).length;
  const { branchId: _branch, address: _address, embossedName: _name, ...rest } = body;
  const fourth = await operator.call(createCardOrder, {
    params,
    body: { ...rest, programme: 'VISA_DEBIT_CONSUMER_UK_VIRTUAL_1' },
  });
  expect(fourth.problem.code).toBe('card_order_day_limit');
  expect(await ordersAt(emulator, profileId)).toHaveLength(virtual);
});

test('POST card-orders: Wise takes it and does not answer: unknown, then the same order by the same key', async ({
  as,
  emulator,
}) => {
  await emulator.changeSettings(still);
  const operator = await as('operator');
  const profileId = await pickProfile(await as('operator'), emulator);
  const body = await orderBody(operator, profileId);
  const match = { method: 'POST', path: `/profiles/${profileId}/card-orders` };
  await emulator.addFault({ match, dropAfterApply: true });
  const lost = await operator.call(createCardOrder, { params: { profileId }, body });
  expect(lost.problem.code).toBe('outcome_unknown');
  const open = (await operator.call(listIndexedCardOrders, { query: {} })).body.requests;
  expect(open.map(({ requestId, state }) => [requestId, state])).toContainEqual([body.requestId, 'unknown']);
  await emulator.clearFaults();

  const indexed = async () =>
    (await operator.call(listIndexedCardOrders, { query: { profileId: [profileId] } })).body;
  await expect
    .poll(async () => (await indexed()).items.map(({ branch, status }) => [branch?.id, status]))
    .toContainEqual(['leeds', 'PLACED']);
  expect((await indexed()).requests).toEqual([]);
  const held = (await ordersAt(emulator, profileId)).filter(
    ({ idempotenceUuid }) => idempotenceUuid === body.requestId,
  );
  expect(held).toHaveLength(1);
  await expect
    .poll(async () => latestOf(await as('auditor'), body.requestId))
    .toBe('card-orders.create reconciled succeeded');
});

test('POST card-orders: nothing reached Wise: nothing waits, and the same request can be sent again', async ({
  as,
  emulator,
}) => {
  await emulator.changeSettings(still);
  const operator = await as('operator');
  const profileId = await pickProfile(await as('operator'), emulator);
  const body = await orderBody(operator, profileId);
  const match = { method: 'POST', path: `/profiles/${profileId}/card-orders` };
  await emulator.addFault({ match, status: 503, headers: { 'retry-after': '0' }, body: {} });
  const away = await operator.call(createCardOrder, { params: { profileId }, body });
  expect(away.problem).toMatchObject({ code: 'wise_unavailable', certain: 'nothing' });
  expect((await operator.call(listIndexedCardOrders, { query: {} })).body.requests).toEqual([]);
  await emulator.clearFaults();
  expect((await operator.call(createCardOrder, { params: { profileId }, body })).body.status).toBe('PLACED');
});

test('card orders: a branch orders for itself and its kiosks only; compliance and auditors order nothing; another profile’s order is 404', async ({
  as,
  emulator,
}) => {
  await emulator.changeSettings(still);
  const profileId = await pickProfile(await as('operator'), emulator);
  const params = { profileId };
  const manager = await as('branch_manager');
  const offered = (await manager.call(getCardAvailability, { params })).body;
  expect([offered.profileName, offered.phoneNumber]).toEqual([null, null]);
  expect(offered.branches.map(({ id }) => id)).toEqual(['leeds']);
  const body = await orderBody(manager, profileId);
  const since = await emulator.now();
  const elsewhere = await manager.call(createCardOrder, { params, body: { ...body, branchId: 'london' } });
  expect(elsewhere.problem.code).toBe('not_found');
  const { branchId: _branch, ...posted } = { ...body, delivery: 'post' as const };
  expect((await manager.call(createCardOrder, { params, body: posted })).problem.code).toBe('forbidden');
  for (const role of ['compliance', 'auditor'] as const) {
    const client = await as(role);
    expect((await client.call(getCardAvailability, { params })).problem.code).toBe('forbidden');
    expect((await client.call(createCardOrder, { params, body })).problem.code).toBe('forbidden');
  }
  expect(await creations(emulator, since)).toEqual([]);
  const own = (await manager.call(createCardOrder, { params, body })).body;

  const operator = await as('operator');
  const other = await pickProfile(await as('operator'), emulator);
  const london = await orderBody(operator, other, { branchId: 'london' });
  const theirs = (await operator.call(createCardOrder, { params: { profileId: other }, body: london })).body;
  const cancel = { status: 'CANCELLED' as const, reason };
  for (const [client, path] of [
    [manager, { profileId: other, orderId: theirs.orderId }],
    [operator, { profileId, orderId: theirs.orderId }],
    [operator, { profileId: '39999999', orderId: own.orderId }],
  ] as const) {
    expect((await client.call(cancelCardOrder, { params: path, body: cancel })).problem.code).toBe(
      'not_found',
    );
    const renewal = { requestId: randomUUID(), reason };
    expect((await client.call(renewCardOrder, { params: path, body: renewal })).problem.code).toBe(
      'not_found',
    );
  }
  const path = { profileId, orderId: own.orderId };
  expect((await manager.call(cancelCardOrder, { params: path, body: cancel })).status).toBe(202);
});

test('PUT card-orders status: cancelled once, told when it blocks the card, followed to CANCELLED, refused where it is too late', async ({
  as,
  emulator,
}) => {
  const operator = await as('operator');
  const profileId = await pickProfile(await as('operator'), emulator);
  const card = await emulator.makeKioskCard({ profileId });
  const params = { profileId, orderId: card.orderId };
  const body = { status: 'CANCELLED' as const, reason };
  const none = await operator.send('PUT', `/api/profiles/${profileId}/card-orders/${card.orderId}/status`, {
    body: { status: 'CANCELLED' },
  });
  expect(none.problem.code).toBe('validation_failed');
  const answer = await operator.call(cancelCardOrder, { params, body });
  expect([answer.status, answer.body.blocksCard]).toEqual([202, true]);
  const status = async () => (await operator.call(getCardOrder, { params })).body.status;
  await expect.poll(status).toBe('CANCELLED');
  const path = { profileId, cardToken: card.token };
  expect((await operator.call(getCard, { params: path })).body.status.value).toBe('BLOCKED');
  expect((await operator.call(cancelCardOrder, { params, body })).problem.code).toBe(
    'card_order_not_cancellable',
  );
  for (const late of ['COMPLETED', 'RETURNED']) {
    await emulator.setCardOrderStatus(card.orderId, late);
    const since = await emulator.now();
    expect((await operator.call(cancelCardOrder, { params, body })).problem.code).toBe(
      'card_order_not_cancellable',
    );
    expect((await emulator.requests(since)).filter(({ method }) => method === 'PUT')).toEqual([]);
  }
  const rows = (await (await as('auditor')).call(listAudit, { query: { query: card.orderId } })).body.items;
  expect(rows.some(({ details, outcome }) => outcome === 'succeeded' && details.blocksCard === true)).toBe(
    true,
  );
});

test('PUT card-orders status: no answer is unknown, sent once, and settled by reading the order', async ({
  as,
  emulator,
}) => {
  await emulator.changeSettings(still);
  const operator = await as('operator');
  const profileId = await pickProfile(await as('operator'), emulator);
  const placed = (
    await operator.call(createCardOrder, {
      params: { profileId },
      body: await orderBody(operator, profileId),
    })
  ).body;
  const params = { profileId, orderId: placed.orderId };
  const match = { method: 'PUT', path: `/card-orders/${placed.orderId}/status` };
  const since = await emulator.now();
  await emulator.addFault({ match, dropAfterApply: true });
  const lost = await operator.call(cancelCardOrder, { params, body: { status: 'CANCELLED', reason } });
  expect(lost.problem.code).toBe('outcome_unknown');
  expect((await emulator.requests(since)).filter(({ path }) => path.endsWith('/status'))).toHaveLength(1);
  await expect
    .poll(async () => latestOf(await as('auditor'), placed.orderId))
    .toBe('card-orders.cancel reconciled succeeded');
});

test('POST renew: an order older than 60 days is cancelled, its card blocked, and one new order goes to the branch, linked both ways', async ({
  as,
  emulator,
}) => {
  const operator = await as('operator');
  const profileId = await pickProfile(await as('operator'), emulator);
  const card = await emulator.makeKioskCard({ profileId, ageDays: 61, cardHolderName: 'Rufus Whitlock' });
  // With the old card the profile is full: nothing is ordered before that is gone.
  await emulator.changeSettings({
    cardLimits: { physical: await countPhysical(emulator, profileId) },
    ...still,
  });
  const params = { profileId, orderId: card.orderId };
  const renewal = { requestId: randomUUID(), reason, branchId: 'leeds' };
  const { branchId: _branch, ...nowhere } = renewal;
  const unsaid = await operator.call(renewCardOrder, { params, body: nowhere });
  expect(unsaid.problem.fields?.[0]?.path).toBe('body.branchId');

  const done = (await operator.call(renewCardOrder, { params, body: renewal })).body;
  expect(done).toMatchObject({ state: 'placed', oldStatus: 'CANCELLED' });
  const newOrderId = done.newOrderId ?? '';
  const again = await operator.call(renewCardOrder, {
    params,
    body: { ...renewal, requestId: randomUUID() },
  });
  expect(again.body.newOrderId).toBe(newOrderId);
  expect(
    (await ordersAt(emulator, profileId)).filter(({ cardHolderName }) => cardHolderName === 'Rufus Whitlock'),
  ).toHaveLength(2);
  const read = async (orderId: string) =>
    (await operator.call(getCardOrder, { params: { profileId, orderId } })).body;
  expect(await read(card.orderId)).toMatchObject({
    status: 'CANCELLED',
    replacedByOrderId: newOrderId,
    renewal: { state: 'placed', newOrderId },
  });
  expect(await read(newOrderId)).toMatchObject({
    replacesOrderId: card.orderId,
    branch: { id: 'leeds' },
    cardHolderName: 'Rufus Whitlock',
    deliveryOption: 'KIOSK_COLLECTION',
  });
  const path = { profileId, cardToken: card.token };
  expect((await operator.call(getCard, { params: path })).body.status.value).toBe('BLOCKED');
});

test('POST renew: cancelled and then refused by Wise: the page knows, and the second step is done alone', async ({
  as,
  emulator,
}) => {
  const operator = await as('operator');
  const profileId = await pickProfile(await as('operator'), emulator);
  const card = await emulator.makeKioskCard({ profileId, ageDays: 75 });
  await emulator.changeSettings({ cardLimits: { physical: 0 }, ...still });
  const params = { profileId, orderId: card.orderId };
  const first = await operator.call(renewCardOrder, {
    params,
    body: { requestId: randomUUID(), reason, branchId: 'leeds' },
  });
  expect(first.problem.code).toBe('card_order_limit');
  expect((await operator.call(getCardOrder, { params })).body).toMatchObject({
    status: 'CANCELLED',
    replacedByOrderId: null,
    renewal: { state: 'refused', newOrderId: null, refusedCode: 'card_order_limit' },
  });
  await emulator.changeSettings({ cardLimits: { physical: 10 } });
  const since = await emulator.now();
  const second = await operator.call(renewCardOrder, {
    params,
    body: { requestId: randomUUID(), reason, branchId: 'leeds' },
  });
  expect(second.body.state).toBe('placed');
  const writes = (await emulator.requests(since)).filter(({ method }) => method !== 'GET');
  expect(writes.map(({ path }) => path.split('/').at(-1))).toEqual(['card-orders']);
});

test('POST renew: the second step without an answer is settled under its key; a young card, a printed one and a posted one are not renewed', async ({
  as,
  emulator,
}) => {
  const operator = await as('operator');
  const profileId = await pickProfile(await as('operator'), emulator);
  await emulator.changeSettings(still);
  const old = await emulator.makeKioskCard({ profileId, ageDays: 90, cardHolderName: 'Odile Marchetti' });
  const params = { profileId, orderId: old.orderId };
  const match = { method: 'POST', path: `/profiles/${profileId}/card-orders` };
  await emulator.addFault({ match, dropAfterApply: true });
  const body = { requestId: randomUUID(), reason, branchId: 'leeds' };
  expect((await operator.call(renewCardOrder, { params, body })).problem.code).toBe('outcome_unknown');
  await emulator.clearFaults();
  const renewal = async () => (await operator.call(getCardOrder, { params })).body.renewal?.state;
  await expect.poll(renewal).toBe('placed');
  const named = (await ordersAt(emulator, profileId)).filter(
    ({ cardHolderName }) => cardHolderName === 'Odile Marchetti',
  );
  expect(named).toHaveLength(2);

  const young = await emulator.makeKioskCard({ profileId, ageDays: 59 });
  const printed = await emulator.makeKioskCard({ profileId, ageDays: 61 });
  await emulator.setCardOrderStatus(printed.orderId, 'PRODUCED');
  for (const { orderId } of [young, printed]) {
    const since = await emulator.now();
    const answer = await operator.call(renewCardOrder, {
      params: { profileId, orderId },
      body: { requestId: randomUUID(), reason, branchId: 'leeds' },
    });
    expect(answer.problem.code).toBe('card_order_not_renewable');
    expect((await emulator.requests(since)).filter(({ method }) => method !== 'GET')).toEqual([]);
  }
});

test('card orders: a card of 46 days is found as to be printed soon, one of 61 as to be ordered anew', async ({
  as,
  emulator,
}) => {
  const operator = await as('operator');
  const profileId = await pickProfile(await as('operator'), emulator);
  const [soon, late] = [
    await emulator.makeKioskCard({ profileId, ageDays: 46 }),
    await emulator.makeKioskCard({ profileId, ageDays: 61 }),
  ];
  for (const { orderId, token } of [soon, late]) {
    await operator.call(getCardOrder, { params: { profileId, orderId } });
    await operator.call(getCard, { params: { profileId, cardToken: token } });
  }
  const found = async (needs: 'day-45' | 'day-60') =>
    (
      await operator.call(listIndexedCardOrders, { query: { needs: [needs], profileId: [profileId] } })
    ).body.items.map(({ id, printAge }) => [id, printAge]);
  expect(await found('day-45')).toEqual([[soon.orderId, 'day-45']]);
  expect(await found('day-60')).toEqual([[late.orderId, 'day-60']]);
});
