import { getBulkChange, listBulkChanges, startBulkChange, stopBulkChange } from '../../lib/contracts/bulk.ts';
import { placeHold } from '../../lib/contracts/card-holds.ts';
import { type CardPath, getCard, getCardHistory } from '../../lib/contracts/cards.ts';
import { expect, test } from '../fixtures.ts';
import { pickCards, startBulk, statesOf, waitForBulk, writesTo } from '../support/bulk-changes.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { demoCards } from '../support/demo-cards.ts';

const pathOf = ({ profileId, token }: { profileId: string; token: string }): CardPath => ({
  profileId,
  cardToken: token,
});

test('POST bulk-status: each card has its result, and reads in its history as if done by itself', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const cards = [...(await pickCards(client, 3)), pathOf(demoCards.frozen), pathOf(demoCards.blocked)];
  const since = await emulator.now();
  const bulk = await waitForBulk(client, await startBulk(client, cards));
  expect(statesOf(bulk)).toEqual(['done', 'done', 'done', 'not-needed', 'refused card_status_not_offered']);
  expect(bulk).toMatchObject({ status: 'FROZEN', reason: 'stolen at the depot', startedBy: 'Leah Brandt' });
  expect(writesTo(await emulator.requests(since), cards)).toHaveLength(3);
  for (const params of cards.slice(0, 3)) {
    expect((await client.call(getCard, { params })).body.status.value).toBe('FROZEN');
    const { items } = (await client.call(getCardHistory, { params, query: {} })).body;
    expect(items[0]).toMatchObject({
      to: 'FROZEN',
      outcome: 'succeeded',
      actor: 'Leah Brandt',
      reason: 'stolen at the depot',
    });
  }
  const back = await waitForBulk(client, await startBulk(client, cards.slice(0, 3), 'ACTIVE'));
  expect(statesOf(back)).toEqual(['done', 'done', 'done']);
});

test('a card that somebody holds stays frozen, one that was never activated stays inactive', async ({
  as,
}) => {
  const [operator, compliance] = [await as('operator'), await as('compliance')];
  const [held, free] = await pickCards(operator, 2);
  if (!held || !free) throw new Error('no cards');
  await compliance.call(placeHold, {
    params: held,
    body: { reason: 'under review', reviewOn: new Date().toISOString().slice(0, 10), refreezes: false },
  });
  await waitForBulk(operator, await startBulk(operator, [free]));
  const bulk = await waitForBulk(
    operator,
    await startBulk(operator, [held, free, pathOf(demoCards.inactive)], 'ACTIVE'),
  );
  expect(statesOf(bulk)).toEqual(['refused card_held', 'done', 'refused card_status_not_offered']);
  expect(bulk.cards.map(({ statusBefore }) => statusBefore)).toEqual(['FROZEN', 'FROZEN', 'INACTIVE']);
  expect((await operator.call(getCard, { params: held })).body.status.value).toBe('FROZEN');
});

test('Wise failing for a while refuses no card; a lost answer is unknown until Wise was read', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const cards = await pickCards(client, 3);
  const [first, second] = cards;
  await emulator.addFault({
    match: { method: 'GET', path: first?.cardToken ?? '' },
    times: 4,
    status: 503,
  });
  await emulator.addFault({
    match: { method: 'PUT', path: second?.cardToken ?? '' },
    times: 1,
    dropAfterApply: true,
  });
  const since = await emulator.now();
  const bulk = await waitForBulk(client, await startBulk(client, cards));
  expect(statesOf(bulk)).toEqual(['done', 'done', 'done']);
  expect(writesTo(await emulator.requests(since), cards)).toHaveLength(3);
});

test('who may: rights, branches and sides', async ({ as }) => {
  const [operator, compliance, manager] = [
    await as('operator'),
    await as('compliance'),
    await as('branch_manager'),
  ];
  const [card, other] = await pickCards(operator, 2);
  if (!card || !other) throw new Error('no cards');
  const ask = (client: ConsoleClient, cards: CardPath[], status: 'FROZEN' | 'ACTIVE' = 'FROZEN') =>
    client.call(startBulkChange, { body: { cards, status, reason: 'because' } });

  expect((await ask(await as('auditor'), [card])).problem.code).toBe('forbidden');
  expect((await ask(manager, [pathOf(demoCards.active)])).problem.code).toBe('not_found');
  expect((await ask(manager, [pathOf(demoCards.frozen)], 'ACTIVE')).problem.code).toBe('forbidden');
  expect(
    (
      await ask(operator, [
        { ...card, profileId: other.profileId === card.profileId ? '1' : other.profileId },
      ])
    ).problem.code,
  ).toBe('not_found');
  expect((await ask(operator, [card, card])).problem.code).toBe('validation_failed');
  expect((await ask(operator, [])).problem.code).toBe('validation_failed');

  const bulkId = (await ask(compliance, [card])).body.bulkId ?? '';
  await waitForBulk(compliance, bulkId);
  for (const client of [operator, manager]) {
    expect((await client.call(getBulkChange, { params: { bulkId } })).problem.code).toBe('not_found');
    expect((await client.call(stopBulkChange, { params: { bulkId } })).problem.code).toBe('not_found');
    const { items } = (await client.call(listBulkChanges, {})).body;
    expect(items.map(({ id }) => id)).not.toContain(bulkId);
  }
  const { items } = (await compliance.call(getCardHistory, { params: card, query: {} })).body;
  expect(items[0]).toMatchObject({ to: 'FROZEN', actor: expect.stringMatching(/./) });
  const seen = await (await as('auditor')).send('GET', '/api/audit', {
    query: { action: 'cards.bulk-status', limit: 5 },
  });
  expect(JSON.parse(seen.text).items[0]).toMatchObject({ withheld: null, actorName: null });
});

test('the same key starts it once', async ({ as }) => {
  const client = await as('operator');
  const cards = await pickCards(client, 1);
  const body = { cards, status: 'FROZEN' as const, reason: 'twice' };
  const idempotencyKey = crypto.randomUUID();
  const one = await client.call(startBulkChange, { body, idempotencyKey });
  const two = await client.call(startBulkChange, { body, idempotencyKey });
  expect([two.status, two.body]).toEqual([202, one.body]);
  await waitForBulk(client, one.body.bulkId ?? '');
});
