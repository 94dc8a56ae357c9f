import { getCardHistory, resetPinCount } from '../../lib/contracts/cards.ts';
import {
  getSpendingPermissions,
  updateSpendingPermissions,
} from '../../lib/contracts/spending-permissions.ts';
import { expect, test } from '../fixtures.ts';
import { demoCards } from '../support/demo-cards.ts';
import { pickCard } from '../support/pick-card.ts';

const pathOf = ({ profileId, token }: { profileId: string; token: string }) => ({
  profileId,
  cardToken: token,
});

test('PATCH spending-permissions: several at once in one call, answered with the state read again', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const { path } = await pickCard(client, { status: 'ACTIVE', type: 'PHYSICAL' });
  const since = await emulator.now();
  const permissions = [
    { type: 'ECOM' as const, isEnabled: false },
    { type: 'ATM_WITHDRAWAL' as const, isEnabled: false },
  ];
  const { body } = await client.call(updateSpendingPermissions, { params: path, body: { permissions } });
  for (const { type } of permissions)
    expect(body.permissions.find((item) => item.type === type)?.isEnabled).toBe(false);
  const sent = (await emulator.requests(since)).filter((request) =>
    request.path.includes(`${path.cardToken}/spending`),
  );
  expect(sent.map((request) => `${request.method} ${request.path.slice(0, 3)}`)).toEqual([
    'PATCH /v4',
    'GET /v3',
  ]);
  expect((await client.call(getSpendingPermissions, { params: path })).body.permissions).toEqual(
    body.permissions,
  );
});

test('PATCH spending-permissions: a locked one is explained and no other is changed', async ({ as }) => {
  const client = await as('operator');
  const params = pathOf(demoCards.lockedTwo);
  const before = (await client.call(getSpendingPermissions, { params })).body.permissions;
  const answer = await client.call(updateSpendingPermissions, {
    params,
    body: {
      permissions: [
        { type: 'ECOM', isEnabled: false },
        { type: 'POS_CONTACTLESS', isEnabled: true },
      ],
    },
  });
  expect(answer.problem).toMatchObject({
    code: 'spending_permission_locked',
    detail: 'Contactless is locked. No switch was changed.',
  });
  expect((await client.call(getSpendingPermissions, { params })).body.permissions).toEqual(before);
});

test('PATCH spending-permissions: a virtual card has three, the others are refused', async ({ as }) => {
  const client = await as('operator');
  const params = pathOf(demoCards.virtual);
  const { body } = await client.call(getSpendingPermissions, { params });
  expect(body.permissions.map((item) => item.type).sort()).toEqual([
    'ATM_WITHDRAWAL',
    'ECOM',
    'MOBILE_WALLETS',
  ]);
  const answer = await client.call(updateSpendingPermissions, {
    params,
    body: { permissions: [{ type: 'POS_CHIP', isEnabled: false }] },
  });
  expect(answer.problem.code).toBe('spending_permission_not_supported');
});

test('PATCH spending-permissions: an unknown type, none, or the same twice never reaches Wise', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const { path } = await pickCard(client, { status: 'ACTIVE' });
  const since = await emulator.now();
  const ecom = { type: 'ECOM', isEnabled: true };
  for (const permissions of [
    [],
    [ecom, ecom],
    [{ type: 'TELEPATHY', isEnabled: true }],
    [{ type: 'ECOM', isEnabled: 'yes' }],
    'all',
  ]) {
    const answer = await client.send(
      'PATCH',
      `/api/profiles/${path.profileId}/cards/${path.cardToken}/spending-permissions`,
      { body: { permissions } },
    );
    expect(answer.problem.code).toBe('validation_failed');
  }
  expect((await emulator.requests(since)).filter((request) => request.path.includes(path.cardToken))).toEqual(
    [],
  );
});

test('PATCH spending-permissions: auditor gets 403 and nothing reaches Wise', async ({ as, emulator }) => {
  const { path } = await pickCard(await as('operator'), { status: 'ACTIVE' });
  const since = await emulator.now();
  const answer = await (await as('auditor')).call(updateSpendingPermissions, {
    params: path,
    body: { permissions: [{ type: 'ECOM', isEnabled: false }] },
  });
  expect(answer.problem.code).toBe('forbidden');
  expect((await emulator.requests(since)).filter((request) => request.path.includes(path.cardToken))).toEqual(
    [],
  );
});

test('POST reset-pin-count: clears Wise’s count and stands in the history', async ({ as, emulator }) => {
  const client = await as('operator');
  const { path: params } = await pickCard(client, { status: 'ACTIVE', type: 'PHYSICAL' });
  await emulator.setPinTries(params.cardToken, 4);
  const { body } = await client.call(resetPinCount, { params, body: {} });
  expect(Date.parse(body.clearedAt)).toBeGreaterThan(0);
  const history = await client.call(getCardHistory, { params });
  expect(history.body.items[0]).toMatchObject({ kind: 'pin-count', outcome: 'succeeded' });
});
