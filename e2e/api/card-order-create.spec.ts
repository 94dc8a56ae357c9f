import { randomUUID } from 'node:crypto';
import { listAudit } from '../../lib/contracts/audit.ts';
import { listIndexedCardOrders } from '../../lib/contracts/card-order-list.ts';
import { createCardOrder, getCardAvailability } from '../../lib/contracts/card-order-writes.ts';
import { getCardOrder } from '../../lib/contracts/card-orders.ts';
import { expect, test } from '../fixtures.ts';
import { latestOf } from '../support/audit-trail.ts';
import { creations, orderBody, ordersAt, ordersUnder, startOrdering, still } from '../support/order-cards.ts';

test('POST card-orders: one order at Wise under the stored key; the branch sees it at once, without the name; the trail says who', async ({
  as,
  emulator,
}) => {
  await emulator.changeSettings(still);
  const { operator, profileId, params } = await startOrdering(as, emulator);
  const body = await orderBody(operator, profileId);
  const idempotencyKey = randomUUID();
  const sent = { params, body, idempotencyKey };
  const placed = await operator.call(createCardOrder, sent);
  expect(placed.body).toMatchObject({ profileId, status: 'PLACED' });
  const replayed = await operator.call(createCardOrder, sent);
  expect(replayed.headers.get('idempotent-replayed')).toBe('true');
  // Another intent with the same request: Wise knows the key, and there is one order.
  const again = await operator.call(createCardOrder, { params, body });
  expect(again.body).toEqual(placed.body);
  const held = await ordersUnder(emulator, profileId, body.requestId);
  expect(held).toHaveLength(1);
  expect(held[0]).toMatchObject({ cardHolderName: 'Imogen Farrow', deliveryOption: 'KIOSK_COLLECTION' });
  const other = await operator.call(createCardOrder, {
    params,
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
  const { operator, profileId, params } = await startOrdering(as, emulator);
  const good = await orderBody(operator, profileId);
  const since = await emulator.now();
  const address = { firstLine: 'PO Box 12', city: '', postCode: 'nowhere', country: 'GB' };
  const answer = await operator.call(createCardOrder, {
    params,
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
    const refused = await operator.call(createCardOrder, { params, body });
    expect(refused.problem.fields?.[0]?.path, path).toBe(path);
  }
  expect(await creations(emulator, since)).toEqual([]);
});

test('POST card-orders: what Wise refuses is said in words, and can be ordered rightly afterwards', async ({
  as,
  emulator,
}) => {
  await emulator.changeSettings(still);
  const { operator, profileId, params } = await startOrdering(as, emulator);
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
  const { operator, profileId, params } = await startOrdering(as, emulator);
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
  const { operator, profileId, params } = await startOrdering(as, emulator);
  const body = await orderBody(operator, profileId);
  const match = { method: 'POST', path: `/profiles/${profileId}/card-orders` };
  await emulator.addFault({ match, dropAfterApply: true });
  const lost = await operator.call(createCardOrder, { params, body });
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
  const held = await ordersUnder(emulator, profileId, body.requestId);
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
  const { operator, profileId, params } = await startOrdering(as, emulator);
  const body = await orderBody(operator, profileId);
  const match = { method: 'POST', path: `/profiles/${profileId}/card-orders` };
  await emulator.addFault({ match, status: 503, headers: { 'retry-after': '0' }, body: {} });
  const away = await operator.call(createCardOrder, { params, body });
  expect(away.problem).toMatchObject({ code: 'wise_unavailable', certain: 'nothing' });
  expect((await operator.call(listIndexedCardOrders, { query: {} })).body.requests).toEqual([]);
  await emulator.clearFaults();
  expect((await operator.call(createCardOrder, { params, body })).body.status).toBe('PLACED');
});
