import { randomUUID } from 'node:crypto';
import { acknowledgeHoldAlert, changeHold, liftHold, placeHold } from '../../lib/contracts/card-holds.ts';
import { type CardPath, getCard, getCardHistory, updateCardStatus } from '../../lib/contracts/cards.ts';
import { expect, test } from '../fixtures.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { dayIn, holdCard, notYours, statusAtWise } from '../support/holds.ts';
import { pickCard } from '../support/pick-card.ts';

const operator2 = 'operator2@example.com';
const compliance2 = 'compliance2@example.com';
const writes = (requests: { method: string; path: string }[], token: string) =>
  requests.filter((request) => request.method !== 'GET' && request.path.includes(token));

test('POST hold: freezes an active card, and tells its facts to who placed it', async ({ as }) => {
  const client = await as('operator');
  const { path } = await pickCard(client, { status: 'ACTIVE' });
  const reviewOn = dayIn(10);
  const { card } = await holdCard(client, path, { reason: 'called about a stolen bag', reviewOn });
  expect(card).toMatchObject({
    status: { value: 'FROZEN' },
    hold: {
      isYours: true,
      reviewOn,
      details: {
        heldBy: 'Leah Brandt',
        isOwn: true,
        holderHasLeft: false,
        refreezes: true,
        reason: 'called about a stolen bag',
        alert: null,
      },
    },
  });
  expect((await client.call(getCard, { params: path })).body.hold).toEqual(card.hold);
  const { body } = await client.call(getCardHistory, { params: path, query: {} });
  expect(body.items[0]).toMatchObject({
    kind: 'hold',
    action: 'cards.hold',
    from: 'ACTIVE',
    to: 'FROZEN',
    outcome: 'succeeded',
    actor: 'Leah Brandt',
    reason: 'called about a stolen bag',
    reviewOn,
  });
});

test('POST hold: a frozen and an inactive card stay as they are, and nothing reaches Wise; a blocked one is not held', async ({
  as,
  emulator,
}) => {
  const client = await as('compliance');
  const since = await emulator.now();
  for (const status of ['FROZEN', 'INACTIVE']) {
    const { path } = await pickCard(client, { status });
    expect((await holdCard(client, path)).card).toMatchObject({
      status: { value: status },
      hold: { isYours: true },
    });
    expect(writes(await emulator.requests(since), path.cardToken)).toEqual([]);
  }
  const { path } = await pickCard(client, { status: 'BLOCKED' });
  const refused = await client.call(placeHold, {
    params: path,
    body: { reason: 'x', reviewOn: dayIn(1), refreezes: true },
  });
  expect(refused.problem.code).toBe('card_status_not_offered');
});

test('POST hold: a day that is past or too far away, no reason and no key are refused', async ({ as }) => {
  const client = await as('operator');
  const { path: params } = await pickCard(client, { status: 'ACTIVE' });
  const terms = { reason: 'x', reviewOn: dayIn(1), refreezes: true };
  const fieldsOf = async (body: Partial<typeof terms>) =>
    (await client.call(placeHold, { params, body: { ...terms, ...body } })).problem.fields?.map(
      ({ path }) => path,
    );
  expect(await fieldsOf({ reviewOn: dayIn(-2) })).toEqual(['body.reviewOn']);
  expect(await fieldsOf({ reviewOn: dayIn(400) })).toEqual(['body.reviewOn']);
  expect(await fieldsOf({ reviewOn: 'tomorrow' })).toContain('body.reviewOn');
  expect(await fieldsOf({ reason: '  ' })).toEqual(['body.reason']);
  const keyless = await client.call(placeHold, { params, body: terms, idempotencyKey: null });
  expect(keyless.problem.code).toBe('idempotency_key_required');
  expect((await client.call(getCard, { params })).body.hold).toBeNull();
});

test('POST hold: the same key holds once, and another hold of one’s own is refused', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const { path } = await pickCard(client, { status: 'ACTIVE' });
  const since = await emulator.now();
  const idempotencyKey = randomUUID();
  const body = { reason: 'once is enough', reviewOn: dayIn(3), refreezes: true };
  const first = await client.call(placeHold, { params: path, body, idempotencyKey });
  const again = await client.call(placeHold, { params: path, body, idempotencyKey });
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(again.text).toBe(first.text);
  expect((await client.call(placeHold, { params: path, body })).problem.code).toBe('already_held');
  expect(writes(await emulator.requests(since), path.cardToken)).toHaveLength(1);
});

test('a hold is lifted by nobody else: every way to ACTIVE is refused alike, and nothing reaches Wise', async ({
  as,
  emulator,
}) => {
  const [operator, compliance] = [await as('operator'), await as('compliance')];
  const { path: byOperations } = await pickCard(operator, { status: 'FROZEN' });
  const { path: byCompliance } = await pickCard(operator, { status: 'FROZEN' });
  const operations = await holdCard(await as(operator2), byOperations);
  const review = await holdCard(compliance, byCompliance);
  const since = await emulator.now();

  const tryAll = async (client: ConsoleClient, params: CardPath, holdId: string) => {
    const answers = [
      await client.call(updateCardStatus, { params, body: { status: 'ACTIVE' } }),
      await client.call(liftHold, { params, body: { holdId, unfreeze: true } }),
      await client.call(liftHold, { params, body: { holdId, unfreeze: false } }),
      await client.call(changeHold, { params, body: { holdId, reviewOn: dayIn(1), refreezes: false } }),
      await client.call(acknowledgeHoldAlert, { params, body: { holdId } }),
    ];
    return answers.map(({ problem: { requestId: _, ...problem } }) => problem);
  };
  const ofOperations = await tryAll(operator, byOperations, operations.holdId);
  expect(ofOperations.map(({ code }) => code)).toEqual(ofOperations.map(() => 'card_held'));
  expect(await tryAll(operator, byCompliance, review.holdId)).toEqual(ofOperations);
  expect(await tryAll(compliance, byOperations, operations.holdId)).toEqual(ofOperations);
  for (const role of ['admin', 'auditor', 'branch_manager'] as const) {
    const codes = (await tryAll(await as(role), byCompliance, review.holdId)).map(({ code }) => code);
    expect(codes.every((code) => code === 'forbidden' || code === 'not_found')).toBe(true);
  }
  for (const { cardToken } of [byOperations, byCompliance])
    expect(writes(await emulator.requests(since), cardToken)).toEqual([]);

  const own = await compliance.call(updateCardStatus, { params: byCompliance, body: { status: 'ACTIVE' } });
  expect(own.problem).toMatchObject({
    code: 'card_held',
    detail: 'The hold is yours: lift it first. Nothing was changed.',
  });
});

test('a held inactive card is not activated, and a held card can be blocked by whoever finds it lost', async ({
  as,
}) => {
  const operator = await as('operator');
  const { path } = await pickCard(operator, { status: 'INACTIVE' });
  await holdCard(await as('compliance'), path);
  const refused = await operator.call(updateCardStatus, {
    params: path,
    body: { status: 'ACTIVE', cardInHand: true },
  });
  expect(refused.problem.code).toBe('card_held');
  const blocked = await operator.call(updateCardStatus, { params: path, body: { status: 'BLOCKED' } });
  expect(blocked.body).toMatchObject({ status: { value: 'BLOCKED' }, hold: notYours });
});

test('compliance holds as one: a colleague reads all of it, takes it over and lifts it', async ({ as }) => {
  const [compliance, colleague] = [await as('compliance'), await as(compliance2)];
  const { path } = await pickCard(compliance, { status: 'ACTIVE' });
  const { holdId } = await holdCard(compliance, path, { reason: 'sanctions list' });
  const read = await colleague.call(getCard, { params: path });
  expect(read.body.hold?.details).toMatchObject({
    heldBy: 'Ines Duarte',
    isOwn: false,
    reason: 'sanctions list',
  });
  const taken = await colleague.call(changeHold, {
    params: path,
    body: { holdId, reviewOn: dayIn(30), refreezes: false, reason: 'waiting for papers' },
  });
  expect(taken.body.hold).toMatchObject({
    reviewOn: dayIn(30),
    details: { isOwn: true, reason: 'waiting for papers', refreezes: false },
  });
  const lifted = await colleague.call(liftHold, {
    params: path,
    body: { holdId, unfreeze: true, reason: 'papers came' },
  });
  expect(lifted.body).toMatchObject({ status: { value: 'ACTIVE' }, hold: null });
  const { body } = await compliance.call(getCardHistory, { params: path, query: {} });
  expect(body.items.map(({ action, to, reason }) => `${action} ${to} ${reason}`)).toEqual([
    'cards.lift-hold ACTIVE papers came',
    'cards.change-hold null waiting for papers',
    'cards.hold FROZEN sanctions list',
  ]);
});

test('of two who lift one hold at once one does, and the card is unfrozen once', async ({ as, emulator }) => {
  const [one, two] = [await as('compliance'), await as(compliance2)];
  for (const unfreeze of [true, false]) {
    const { path } = await pickCard(one, { status: 'ACTIVE' });
    const { holdId } = await holdCard(one, path);
    const since = await emulator.now();
    const answers = await Promise.all(
      [one, two].map((client) => client.call(liftHold, { params: path, body: { holdId, unfreeze } })),
    );
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
    expect(won?.body.hold).toBeNull();
    expect(lost?.problem.code).toMatch(/^(hold_not_standing|card_status_not_offered)$/);
    expect(writes(await emulator.requests(since), path.cardToken)).toHaveLength(unfreeze ? 1 : 0);
  }
});

test('of several who hold a card at once each holds it, and lifting one leaves it held', async ({ as }) => {
  const [operator, other, compliance] = [await as('operator'), await as(operator2), await as('compliance')];
  const { path } = await pickCard(operator, { status: 'ACTIVE' });
  const [mine] = await Promise.all([
    holdCard(operator, path),
    holdCard(other, path),
    holdCard(compliance, path),
  ]);
  expect(await statusAtWise(operator, path)).toBe('FROZEN');
  const both = await operator.call(liftHold, {
    params: path,
    body: { holdId: mine.holdId, unfreeze: true },
  });
  expect(both.problem.code).toBe('card_held');
  expect((await operator.call(getCard, { params: path })).body.hold?.isYours).toBe(true);
  const only = await operator.call(liftHold, {
    params: path,
    body: { holdId: mine.holdId, unfreeze: false },
  });
  expect(only.body).toMatchObject({ status: { value: 'FROZEN' }, hold: notYours });
});

test('an unfreeze under way while a hold is placed leaves the card frozen, whatever the rule of the hold', async ({
  as,
  emulator,
}) => {
  const [operator, compliance] = [await as('operator'), await as('compliance')];
  for (const delay of [{ delayMs: 1500 }, { delayAfterMs: 1500 }]) {
    const { path } = await pickCard(operator, { status: 'FROZEN' });
    await emulator.addFault({ match: { method: 'PUT', path: path.cardToken }, times: 1, ...delay });
    const since = await emulator.now();
    const unfreeze = operator.call(updateCardStatus, { params: path, body: { status: 'ACTIVE' } });
    await expect
      .poll(async () => {
        const asked = (await emulator.requests(since)).filter(({ path: at }) => at.includes(path.cardToken));
        return asked.some(({ method }) => method === 'GET');
      })
      .toBe(true);
    await holdCard(compliance, path, { refreezes: false });
    expect((await unfreeze).problem.code).toBe('card_held');
    await expect.poll(() => statusAtWise(compliance, path)).toBe('FROZEN');
    expect((await operator.call(getCard, { params: path })).body.hold).toEqual(notYours);
  }
});

test('a freeze that never answered keeps the hold, and reading Wise settles it', async ({ as, emulator }) => {
  const compliance = await as('compliance');
  const { path } = await pickCard(compliance, { status: 'ACTIVE' });
  await emulator.addFault({
    match: { method: 'PUT', path: path.cardToken },
    times: 1,
    dropAfterApply: true,
  });
  const body = { reason: 'no answer', reviewOn: dayIn(5), refreezes: true };
  const answer = await compliance.call(placeHold, { params: path, body });
  expect(answer.problem).toMatchObject({ code: 'outcome_unknown', certain: 'unknown' });
  expect((await compliance.call(getCard, { params: path })).body.hold?.isYours).toBe(true);
  await expect
    .poll(
      async () => (await compliance.call(getCardHistory, { params: path, query: {} })).body.items[0]?.outcome,
    )
    .toBe('succeeded');
});

test('a freeze that Wise refused leaves no hold behind', async ({ as, emulator }) => {
  const client = await as('operator');
  const { path } = await pickCard(client, { status: 'ACTIVE' });
  await emulator.addFault({
    match: { method: 'PUT', path: path.cardToken },
    times: 1,
    status: 422,
    body: {},
  });
  const body = { reason: 'refused', reviewOn: dayIn(5), refreezes: true };
  expect((await client.call(placeHold, { params: path, body })).problem.code).toBe('wise_refused');
  expect((await client.call(getCard, { params: path })).body).toMatchObject({
    status: { value: 'ACTIVE' },
    hold: null,
  });
});

test('an unfreeze that never answered while a hold is lifted is settled by reading Wise, and the hold with it', async ({
  as,
  emulator,
}) => {
  const compliance = await as('compliance');
  const { path } = await pickCard(compliance, { status: 'ACTIVE' });
  const { holdId } = await holdCard(compliance, path);
  await emulator.addFault({
    match: { method: 'PUT', path: path.cardToken },
    times: 1,
    dropAfterApply: true,
  });
  const body = { holdId, unfreeze: true };
  expect((await compliance.call(liftHold, { params: path, body })).problem.code).toBe('outcome_unknown');
  const again = await (await as(compliance2)).call(liftHold, { params: path, body });
  expect(again.problem.code).toMatch(/^(hold_not_standing|card_status_not_offered)$/);
  await expect.poll(async () => (await compliance.call(getCard, { params: path })).body.hold).toBeNull();
  expect(await statusAtWise(compliance, path)).toBe('ACTIVE');
});
