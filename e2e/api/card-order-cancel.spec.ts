import { listAudit } from '../../lib/contracts/audit.ts';
import { cancelCardOrder } from '../../lib/contracts/card-order-writes.ts';
import { getCardOrder } from '../../lib/contracts/card-orders.ts';
import { getCard } from '../../lib/contracts/cards.ts';
import { expect, test } from '../fixtures.ts';
import { latestOf } from '../support/audit-trail.ts';
import { placeOrder, startOrdering, still } from '../support/order-cards.ts';

const reason = 'Asked for at the counter';

test('PUT card-orders status: cancelled once, told when it blocks the card, followed to CANCELLED, refused where it is too late', async ({
  as,
  emulator,
}) => {
  const { operator, profileId } = await startOrdering(as, emulator);
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
  const { operator, profileId } = await startOrdering(as, emulator);
  const placed = await placeOrder(operator, profileId);
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
