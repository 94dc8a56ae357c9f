import { randomUUID } from 'node:crypto';
import {
  cancelCardOrder,
  createCardOrder,
  getCardAvailability,
  renewCardOrder,
} from '../../lib/contracts/card-order-writes.ts';
import { expect, test } from '../fixtures.ts';
import { creations, orderBody, pickProfile, still } from '../support/order-cards.ts';

const reason = 'Asked for at the counter';

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
