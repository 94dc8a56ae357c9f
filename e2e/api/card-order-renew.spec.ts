import { randomUUID } from 'node:crypto';
import { listIndexedCardOrders } from '../../lib/contracts/card-order-list.ts';
import { renewCardOrder } from '../../lib/contracts/card-order-writes.ts';
import { getCardOrder } from '../../lib/contracts/card-orders.ts';
import { getCard } from '../../lib/contracts/cards.ts';
import { expect, test } from '../fixtures.ts';
import { latestOf } from '../support/audit-trail.ts';
import { countPhysical, ordersFor, startOrdering, still } from '../support/order-cards.ts';

const renewal = () => ({ requestId: randomUUID(), reason: 'Asked for at the counter', branchId: 'leeds' });

test('POST renew: an order older than 60 days is cancelled, its card blocked, and one new order goes to the branch, linked both ways', async ({
  as,
  emulator,
}) => {
  const { operator, profileId } = await startOrdering(as, emulator);
  const card = await emulator.makeKioskCard({ profileId, ageDays: 61, cardHolderName: 'Rufus Whitlock' });
  // With the old card the profile is full: nothing is ordered before that is gone.
  await emulator.changeSettings({
    cardLimits: { physical: await countPhysical(emulator, profileId) },
    ...still,
  });
  const params = { profileId, orderId: card.orderId };
  const asked = renewal();
  const { branchId: _branch, ...nowhere } = asked;
  const unsaid = await operator.call(renewCardOrder, { params, body: nowhere });
  expect(unsaid.problem.fields?.[0]?.path).toBe('body.branchId');

  const done = (await operator.call(renewCardOrder, { params, body: asked })).body;
  expect(done).toMatchObject({ state: 'placed', oldStatus: 'CANCELLED' });
  const newOrderId = done.newOrderId ?? '';
  const again = await operator.call(renewCardOrder, {
    params,
    body: { ...asked, requestId: randomUUID() },
  });
  expect(again.body.newOrderId).toBe(newOrderId);
  expect(await ordersFor(emulator, profileId, 'Rufus Whitlock')).toHaveLength(2);
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
  const { operator, profileId } = await startOrdering(as, emulator);
  const card = await emulator.makeKioskCard({ profileId, ageDays: 75 });
  await emulator.changeSettings({ cardLimits: { physical: 0 }, ...still });
  const params = { profileId, orderId: card.orderId };
  const first = await operator.call(renewCardOrder, {
    params,
    body: renewal(),
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
    body: renewal(),
  });
  expect(second.body.state).toBe('placed');
  const writes = (await emulator.requests(since)).filter(({ method }) => method !== 'GET');
  expect(writes.map(({ path }) => path.split('/').at(-1))).toEqual(['card-orders']);
});

test('POST renew: the first step without an answer: the console goes on to the second by itself, once, and the trail says so', async ({
  as,
  emulator,
}) => {
  const { operator, profileId } = await startOrdering(as, emulator);
  await emulator.changeSettings(still);
  const old = await emulator.makeKioskCard({ profileId, ageDays: 62, cardHolderName: 'Tamsin Orme' });
  const params = { profileId, orderId: old.orderId };
  const match = { method: 'PUT', path: `/card-orders/${old.orderId}/status` };
  await emulator.addFault({ match, dropAfterApply: true });
  const lost = await operator.call(renewCardOrder, { params, body: renewal() });
  expect(lost.problem.code).toBe('outcome_unknown');
  await emulator.clearFaults();
  const read = async () => (await operator.call(getCardOrder, { params })).body;
  await expect.poll(async () => (await read()).renewal?.state, { timeout: 30_000 }).toBe('placed');
  expect(await read()).toMatchObject({ status: 'CANCELLED', replacedByOrderId: expect.any(String) });
  const named = await ordersFor(emulator, profileId, 'Tamsin Orme');
  expect(named).toHaveLength(2);
  await expect
    .poll(async () => latestOf(await as('auditor'), old.orderId), { timeout: 30_000 })
    .toBe('card-orders.renew reconciled succeeded');
});

test('POST renew: the second step without an answer is settled under its key; a young card, a printed one and a posted one are not renewed', async ({
  as,
  emulator,
}) => {
  const { operator, profileId } = await startOrdering(as, emulator);
  await emulator.changeSettings(still);
  const old = await emulator.makeKioskCard({ profileId, ageDays: 90, cardHolderName: 'Odile Marchetti' });
  const params = { profileId, orderId: old.orderId };
  const match = { method: 'POST', path: `/profiles/${profileId}/card-orders` };
  await emulator.addFault({ match, dropAfterApply: true });
  const lost = await operator.call(renewCardOrder, { params, body: renewal() });
  expect(lost.problem.code).toBe('outcome_unknown');
  await emulator.clearFaults();
  const stateOfRenewal = async () => (await operator.call(getCardOrder, { params })).body.renewal?.state;
  await expect.poll(stateOfRenewal).toBe('placed');
  const named = await ordersFor(emulator, profileId, 'Odile Marchetti');
  expect(named).toHaveLength(2);

  const young = await emulator.makeKioskCard({ profileId, ageDays: 59 });
  const printed = await emulator.makeKioskCard({ profileId, ageDays: 61 });
  await emulator.setCardOrderStatus(printed.orderId, 'PRODUCED');
  for (const { orderId } of [young, printed]) {
    const since = await emulator.now();
    const answer = await operator.call(renewCardOrder, {
      params: { profileId, orderId },
      body: renewal(),
    });
    expect(answer.problem.code).toBe('card_order_not_renewable');
    expect((await emulator.requests(since)).filter(({ method }) => method !== 'GET')).toEqual([]);
  }
});

test('card orders: a card of 46 days is found as to be printed soon, one of 61 as to be ordered anew', async ({
  as,
  emulator,
}) => {
  const { operator, profileId } = await startOrdering(as, emulator);
  const [soon, late] = [
    await emulator.makeKioskCard({ profileId, ageDays: 46 }),
    await emulator.makeKioskCard({ profileId, ageDays: 61 }),
  ];
  for (const { orderId, token } of [soon, late]) {
    await operator.call(getCardOrder, { params: { profileId, orderId } });
    await operator.call(getCard, { params: { profileId, cardToken: token } });
  }
  const found = async (needs: 'day-45' | 'day-60') => {
    const query = { needs: [needs], profileId: [profileId] };
    const { items } = (await operator.call(listIndexedCardOrders, { query })).body;
    return items
      .filter(({ id }) => [soon, late].some(({ orderId }) => orderId === id))
      .map(({ id, printAge }) => [id, printAge]);
  };
  expect(await found('day-45')).toEqual([[soon.orderId, 'day-45']]);
  expect(await found('day-60')).toEqual([[late.orderId, 'day-60']]);
});
