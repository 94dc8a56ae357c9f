import { z } from 'zod';
import { listAudit } from '../../lib/contracts/audit.ts';
import { getCard, getCardHistory, listCards, updateCardStatus } from '../../lib/contracts/cards.ts';
import { getCardOrder } from '../../lib/contracts/card-orders.ts';
import { getHandOver, handOver } from '../../lib/contracts/hand-overs.ts';
import { expect } from '../fixtures.ts';
import { demoCards } from '../support/demo-cards.ts';
import { test } from '../support/own-stack.ts';

const pathOf = ({ profileId, token }: { profileId: string; token: string }) => ({
  profileId,
  cardToken: token,
});
const card = pathOf(demoCards.inactive);
const body = { identityCheckedBy: 'passport', nameCompared: true } as const;
test.describe.configure({ mode: 'serial' });

test('POST hand-over: only a printed card that can be used, only by its branch, and nothing is recorded otherwise', async ({
  as,
  emulator,
}) => {
  const manager = await as('branch_manager');
  const { body: before } = await manager.call(getHandOver, { params: card });
  expect(before).toMatchObject({ branch: { id: 'leeds' }, production: 'PRODUCED', handOver: null });
  for (const who of ['operator', 'admin', 'auditor', 'compliance'] as const) {
    expect((await (await as(who)).call(handOver, { params: card, body })).problem.code).toBe('forbidden');
  }
  const elsewhere = await manager.call(handOver, { params: pathOf(demoCards.active), body });
  expect(elsewhere.problem.code).toBe('not_found');

  await emulator.setProduction(card.cardToken, 'IN_PROGRESS');
  expect((await manager.call(handOver, { params: card, body })).problem.code).toBe('hand_over_not_offered');
  await emulator.setProduction(card.cardToken, 'PRODUCED');
  const frozen = await manager.call(handOver, { params: pathOf(demoCards.frozen), body });
  expect(frozen.problem.code).toBe('hand_over_not_offered');
  const future = new Date(Date.now() + 3_600_000).toISOString();
  const late = await manager.call(handOver, { params: card, body: { ...body, collectedAt: future } });
  expect(late.problem.fields?.[0]?.path).toBe('body.collectedAt');
  const unchecked = await manager.send(
    'POST',
    `/api/profiles/${card.profileId}/cards/${card.cardToken}/hand-over`,
    {
      body: { ...body, nameCompared: false },
    },
  );
  expect(unchecked.problem.code).toBe('validation_failed');
  expect((await manager.call(getHandOver, { params: card })).body.handOver).toBeNull();
});

test('PUT status: a branch activates no card that is not handed over, and nothing reaches Wise', async ({
  as,
  emulator,
}) => {
  const manager = await as('branch_manager');
  const since = await emulator.now();
  const refused = await manager.call(updateCardStatus, { params: card, body: { status: 'ACTIVE' } });
  expect(refused.problem.code).toBe('hand_over_first');
  const writes = (await emulator.requests(since)).filter(({ method }) => method === 'PUT');
  expect(writes).toEqual([]);
});

test('a card is handed over once; its branch activates it then and is shown the name no more', async ({
  as,
}) => {
  const manager = await as('branch_manager');
  const { body: shown } = await manager.call(getCard, { params: card });
  expect(shown.ownBranch).toEqual({ isHolderShown: true, isHandedOver: false });
  const holder = String(shown.cardHolderName);

  const both = await Promise.all([0, 1].map(() => manager.call(handOver, { params: card, body })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const again = await manager.call(handOver, { params: card, body });
  expect(again.problem.code).toBe('already_handed_over');
  expect((await manager.call(getHandOver, { params: card })).body.handOver).toMatchObject({
    branchName: 'Leeds',
    handedOverBy: 'Grace Oduya',
    identityCheckedBy: 'passport',
  });

  const active = await manager.call(updateCardStatus, {
    params: card,
    body: { status: 'ACTIVE', cardInHand: true },
  });
  expect(active.body).toMatchObject({ status: { value: 'ACTIVE' }, cardHolderName: null, phoneNumber: null });
  const { body: after } = await manager.call(getCard, { params: card });
  expect(after).toMatchObject({
    cardHolderName: null,
    ownBranch: { isHolderShown: false, isHandedOver: true },
  });
  expect((await manager.call(listCards, { query: { query: holder } })).body.items).toEqual([]);
  const { body: seen } = await (await as('operator')).call(getCard, { params: card });
  expect(seen.cardHolderName).toBe(holder);
  expect(seen.ownBranch).toBeUndefined();

  const frozen = await manager.call(updateCardStatus, { params: card, body: { status: 'FROZEN' } });
  expect(frozen.body.status.value).toBe('FROZEN');
  const thawed = await manager.call(updateCardStatus, { params: card, body: { status: 'ACTIVE' } });
  expect(thawed.problem.code).toBe('forbidden');
  const { body: history } = await manager.call(getCardHistory, { params: card, query: {} });
  expect(
    history.items.filter(({ kind, outcome }) => kind === 'hand-over' && outcome === 'succeeded'),
  ).toEqual([expect.objectContaining({ actor: 'Grace Oduya', identityCheckedBy: 'passport' })]);
});

test('the order of a card that its branch activated is completed', async ({ as, emulator }) => {
  const orders = await emulator.state(
    'card-orders',
    z.looseObject({ id: z.number().transform(String), cardToken: z.string().nullable() }),
  );
  const order = orders.find(({ cardToken }) => cardToken === card.cardToken);
  const operator = await as('operator');
  const { body: told } = await operator.call(getCardOrder, {
    params: { profileId: card.profileId, orderId: order?.id ?? '' },
  });
  expect(told.status).toBe('COMPLETED');
});

test('a try at another branch’s card by its token stands in the audit trail', async ({ as }) => {
  const manager = await as('branch_manager');
  const { token } = demoCards.active;
  await manager.call(getCard, { params: pathOf(demoCards.active) });
  const { body: trail } = await (await as('auditor')).call(listAudit, {
    query: { action: 'access.denied', query: token },
  });
  expect(trail.items[0]).toMatchObject({
    targetType: 'card',
    targetId: token,
    outcome: 'failed',
    errorCode: 'not_found',
  });
});
