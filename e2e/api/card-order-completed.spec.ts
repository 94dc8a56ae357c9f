import { listIndexedCardOrders } from '../../lib/contracts/card-order-list.ts';
import { getCardOrder } from '../../lib/contracts/card-orders.ts';
import { updateCardStatus } from '../../lib/contracts/cards.ts';
import { expect, test } from '../fixtures.ts';
import { makeHandedOverCard } from '../support/handed-over-card.ts';
import { readEvents } from '../support/read-events.ts';

test('PUT status ACTIVE after the hand-over: the order is completed at Wise, its webhook reaches the index, and open pages hear of it', async ({
  as,
  emulator,
}) => {
  const manager = await as('branch_manager');
  const operator = await as('operator');
  const { order, path } = await makeHandedOverCard(emulator, { admin: await as('admin'), manager });
  const events = await readEvents(operator);
  const body = { status: 'ACTIVE', cardInHand: true } as const;
  expect((await manager.call(updateCardStatus, { params: path, body })).body.status.value).toBe('ACTIVE');
  await events.until((event) => event.type === 'card-order.changed' && event.orderId === order.orderId);
  events.close();
  // The index alone, which nothing but the delivery has told.
  const indexed = async () =>
    (await operator.call(listIndexedCardOrders, { query: { query: order.orderId } })).body.items[0]?.status;
  await expect.poll(indexed).toBe('COMPLETED');
  const { body: told } = await operator.call(getCardOrder, { params: order });
  expect(told.status).toBe('COMPLETED');
  expect(told.statuses[0]?.status).toBe('COMPLETED');
});
