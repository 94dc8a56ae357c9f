import {
  type BulkChange,
  getBulkChange,
  listBulkChanges,
  resumeBulkChange,
  startBulkChange,
  stopBulkChange,
} from '../../lib/contracts/bulk.ts';
import { placeHold } from '../../lib/contracts/card-holds.ts';
import { type CardPath, getCard, getCardHistory } from '../../lib/contracts/cards.ts';
import { expect, test } from '../fixtures.ts';
import { type ConsoleClient, signInToConsole } from '../support/console-client.ts';
import { demoCards } from '../support/demo-cards.ts';
import { pickCard } from '../support/pick-card.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { demoPassword, emailOf } from '../support/accounts.ts';
import { createEmulatorControl, type LoggedRequest } from '../support/emulator-control.ts';

const pathOf = ({ profileId, token }: { profileId: string; token: string }): CardPath => ({
  profileId,
  cardToken: token,
});
const writesTo = (requests: LoggedRequest[], cards: CardPath[]) =>
  requests.filter(
    ({ method, path }) => method === 'PUT' && cards.some(({ cardToken }) => path.includes(cardToken)),
  );

async function pickCards(client: ConsoleClient, count: number): Promise<CardPath[]> {
  const cards: CardPath[] = [];
  while (cards.length < count) cards.push((await pickCard(client, { status: 'ACTIVE' })).path);
  return cards;
}

async function start(client: ConsoleClient, cards: CardPath[], status: 'FROZEN' | 'ACTIVE' = 'FROZEN') {
  const answer = await client.call(startBulkChange, {
    body: { cards, status, reason: 'stolen at the depot' },
  });
  expect(answer.status).toBe(202);
  return answer.body.bulkId ?? '';
}

const read = async (client: ConsoleClient, bulkId: string): Promise<BulkChange> =>
  (await client.call(getBulkChange, { params: { bulkId } })).body;

async function waitFor(client: ConsoleClient, bulkId: string): Promise<BulkChange> {
  await expect.poll(async () => (await read(client, bulkId)).finishedAt, { intervals: [200] }).not.toBeNull();
  return read(client, bulkId);
}
const statesOf = ({ cards }: BulkChange) =>
  cards.map(({ code, state }) => (code ? `${state} ${code}` : state));

test('POST bulk-status: each card has its result, and reads in its history as if done by itself', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const cards = [...(await pickCards(client, 3)), pathOf(demoCards.frozen), pathOf(demoCards.blocked)];
  const since = await emulator.now();
  const bulk = await waitFor(client, await start(client, cards));
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
  const back = await waitFor(client, await start(client, cards.slice(0, 3), 'ACTIVE'));
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
  await waitFor(operator, await start(operator, [free]));
  const bulk = await waitFor(
    operator,
    await start(operator, [held, free, pathOf(demoCards.inactive)], 'ACTIVE'),
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
  const bulk = await waitFor(client, await start(client, cards));
  expect(statesOf(bulk)).toEqual(['done', 'done', 'done']);
  expect(writesTo(await emulator.requests(since), cards)).toHaveLength(3);
});

test.describe('of many cards', () => {
  let stack: Stack;
  test.beforeAll(async ({}, info) => {
    test.setTimeout(180_000);
    stack = await startStack(`bulk-of-many-${info.project.name}`);
  });
  test.afterAll(() => stack.stop());
  const signIn = () => signInToConsole(stack.consoleUrl, emailOf('operator'), demoPassword);

  test('it can be stopped and taken up again', async () => {
    const emulator = createEmulatorControl(stack.emulatorUrl);
    const client = await signIn();
    const cards = await pickCards(client, 30);
    await emulator.addFault({ match: { method: 'PUT' }, delayMs: 3000 });
    const bulkId = await start(client, cards);
    await expect
      .poll(async () => (await read(client, bulkId)).counts.begun, { intervals: [100] })
      .toBeGreaterThan(0);
    await client.call(stopBulkChange, { params: { bulkId } });
    await expect.poll(async () => (await read(client, bulkId)).counts.begun, { intervals: [100] }).toBe(0);
    const stopped = await read(client, bulkId);
    expect(stopped.stoppedAt).not.toBeNull();
    expect(stopped.counts.waiting).toBeGreaterThan(0);
    expect(stopped.counts.waiting + stopped.counts.done).toBe(30);
    await emulator.clearFaults();
    const resumed = await client.call(resumeBulkChange, { params: { bulkId } });
    expect(resumed.body.stoppedAt).toBeNull();
    const bulk = await waitFor(client, bulkId);
    expect(bulk.counts.done).toBe(30);
  });

  test('a console that dies midway takes it up again after its start, and no card is left out', async () => {
    test.setTimeout(180_000);
    const emulator = createEmulatorControl(stack.emulatorUrl);
    const client = await signIn();
    const cards = await pickCards(client, 40);
    await emulator.changeSettings({ latencyMs: 200 });
    const since = await emulator.now();
    const bulkId = await start(client, cards);
    await expect
      .poll(async () => (await read(client, bulkId)).counts.done, { intervals: [100] })
      .toBeGreaterThan(3);
    await stack.killConsole();
    await emulator.changeSettings({ latencyMs: 0 });
    await stack.restartConsole();
    const again = await signIn();
    await expect.poll(async () => (await read(again, bulkId)).finishedAt, { timeout: 90_000 }).not.toBeNull();
    const bulk = await read(again, bulkId);
    expect(new Set(statesOf(bulk))).toEqual(new Set(['done']));
    const puts = writesTo(await emulator.requests(since), cards);
    expect(new Set(puts.map(({ path }) => path)).size).toBe(cards.length);
  });
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
  await waitFor(compliance, bulkId);
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
  await waitFor(client, one.body.bulkId ?? '');
});
