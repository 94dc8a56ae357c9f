import { randomUUID } from 'node:crypto';
import { acknowledgeHoldAlert, changeHold, liftHold, placeHold } from '../../lib/contracts/card-holds.ts';
import {
  type CardPath,
  exportCards,
  getCard,
  getCardHistory,
  listCards,
  updateCardStatus,
} from '../../lib/contracts/cards.ts';
import { listAudit } from '../../lib/contracts/audit.ts';
import { getOverview } from '../../lib/contracts/overview.ts';
import { approve } from '../../lib/contracts/approvals.ts';
import { listStaff, updateStaff } from '../../lib/contracts/staff.ts';
import { expect, test } from '../fixtures.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { demoCards } from '../support/demo-cards.ts';
import { dayIn, holdCard } from '../support/holds.ts';
import { addPersonWhoCanSignIn } from '../support/people.ts';
import { pickCard } from '../support/pick-card.ts';
import { readEvents } from '../support/read-events.ts';

const operator2 = 'operator2@example.com';
const compliance2 = 'compliance2@example.com';
const notYours = { isYours: false, reviewOn: null, details: null };
const needsYou = async (client: ConsoleClient, cardToken: string) =>
  (await client.call(getOverview, {})).body.needsYou.filter(
    (item) => 'cardToken' in item && item.cardToken === cardToken,
  );
const writes = (requests: { method: string; path: string }[], token: string) =>
  requests.filter((request) => request.method !== 'GET' && request.path.includes(token));
const statusAtWise = async (client: ConsoleClient, path: CardPath) =>
  (await client.call(getCard, { params: path })).body.status.value;

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
    await expect.poll(() => statusAtWise(compliance, path), { timeout: 15_000 }).toBe('FROZEN');
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
      { timeout: 20_000 },
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
  await expect
    .poll(async () => (await compliance.call(getCard, { params: path })).body.hold, { timeout: 20_000 })
    .toBeNull();
  expect(await statusAtWise(compliance, path)).toBe('ACTIVE');
});

test('a held card that turns active by itself raises an alert and is frozen again where the hold says so', async ({
  as,
  emulator,
}) => {
  const [operator, compliance] = [await as('operator'), await as('compliance')];
  const { path: watched } = await pickCard(operator, { status: 'ACTIVE' });
  const { path: refrozen } = await pickCard(operator, { status: 'ACTIVE' });
  await holdCard(compliance, watched, { refreezes: false });
  const { holdId } = await holdCard(compliance, refrozen, { refreezes: true });
  const events = await readEvents(compliance);
  for (const { cardToken } of [watched, refrozen]) await emulator.setCardStatus(cardToken, 'ACTIVE');
  await events.until(({ type }) => type === 'hold.changed');
  events.close();

  await expect.poll(() => statusAtWise(compliance, refrozen), { timeout: 15_000 }).toBe('FROZEN');
  await expect
    .poll(async () => await needsYou(compliance, refrozen.cardToken), { timeout: 15_000 })
    .toEqual([expect.objectContaining({ kind: 'held-card-active', refreeze: 'done', status: 'FROZEN' })]);
  expect(await needsYou(compliance, watched.cardToken)).toEqual([
    expect.objectContaining({ kind: 'held-card-active', refreeze: 'none', status: 'ACTIVE' }),
  ]);
  expect(await statusAtWise(compliance, watched)).toBe('ACTIVE');
  for (const { cardToken } of [watched, refrozen]) expect(await needsYou(operator, cardToken)).toEqual([]);

  const seen = await compliance.call(acknowledgeHoldAlert, { params: refrozen, body: { holdId } });
  expect(seen.body.hold?.details?.alert).toBeNull();
  expect(await needsYou(compliance, refrozen.cardToken)).toEqual([]);

  const { body } = await operator.call(getCardHistory, { params: refrozen, query: {} });
  expect(body.items[0]).toMatchObject({ to: 'FROZEN', actor: null, via: 'console' });
});

test('a card that is made active again and again is not fought over without end', async ({
  as,
  emulator,
}) => {
  const compliance = await as('compliance');
  const { path } = await pickCard(compliance, { status: 'FROZEN' });
  await holdCard(compliance, path);
  const since = await emulator.now();
  const freezes = async () => writes(await emulator.requests(since), path.cardToken).length;
  const alert = async () => (await needsYou(compliance, path.cardToken))[0];
  for (const time of [1, 2, 3]) {
    await emulator.setCardStatus(path.cardToken, 'ACTIVE');
    await expect.poll(freezes, { timeout: 15_000 }).toBe(time);
    await expect.poll(alert).toMatchObject({ refreeze: 'done', status: 'FROZEN' });
  }
  await emulator.setCardStatus(path.cardToken, 'ACTIVE');
  await expect.poll(alert, { timeout: 15_000 }).toMatchObject({ refreeze: 'given-up', status: 'ACTIVE' });
  expect(await freezes()).toBe(3);
});

test('a review that is due shows to those whose hold it is, and an operator’s to all operators', async ({
  as,
}) => {
  const [operator, other, compliance] = [await as('operator'), await as(operator2), await as('compliance')];
  const { path } = await pickCard(operator, { status: 'FROZEN' });
  const { path: ofCompliance } = await pickCard(operator, { status: 'FROZEN' });
  const { holdId } = await holdCard(operator, path, { reason: 'until the call back', reviewOn: dayIn(0) });
  await holdCard(compliance, ofCompliance, { reviewOn: dayIn(0) });
  const due = [
    expect.objectContaining({
      kind: 'hold-review-due',
      heldBy: 'Leah Brandt',
      holderHasLeft: false,
      reviewOn: dayIn(0),
    }),
  ];
  expect(await needsYou(operator, path.cardToken)).toEqual(due);
  expect(await needsYou(other, path.cardToken)).toEqual(due);
  expect(await needsYou(compliance, path.cardToken)).toEqual([]);
  expect(await needsYou(await as(compliance2), ofCompliance.cardToken)).toHaveLength(1);
  expect(await needsYou(operator, ofCompliance.cardToken)).toEqual([]);

  const events = await readEvents(operator);
  const taken = await other.call(changeHold, {
    params: path,
    body: { holdId, reviewOn: dayIn(7), refreezes: true },
  });
  expect(taken.body.hold?.details).toMatchObject({ isOwn: true, reason: 'until the call back' });
  await events.until((event) => event.type === 'hold.changed' && event.holdId === holdId);
  events.close();
  expect((await operator.call(getCard, { params: path })).body.hold).toEqual(notYours);
  expect(await needsYou(operator, path.cardToken)).toEqual([]);
});

test('a hold whose holder was disabled or has another role now is any colleague’s, and the overview names it', async ({
  as,
  stack,
}) => {
  const [admin, admin2] = [await as('admin'), await as('admin2@example.com')];
  const cases = [
    { role: 'operator', change: { disabled: true }, colleague: await as('operator') },
    { role: 'operator', change: { role: 'auditor' }, colleague: await as('operator') },
    { role: 'compliance', change: { role: 'operator' }, colleague: await as('compliance') },
  ] as const;
  for (const { role, change, colleague } of cases) {
    const person = await addPersonWhoCanSignIn(stack.consoleUrl, admin, admin2, role);
    const leaver = await as(person.email, { fresh: true });
    const { path } = await pickCard(colleague, { status: 'ACTIVE' });
    const { holdId } = await holdCard(leaver, path, { reason: 'known to me' });
    if (role === 'operator')
      expect((await colleague.call(getCard, { params: path })).body.hold).toEqual(notYours);
    const now = (await admin.call(listStaff, {})).body.items.find(({ id }) => id === person.id);
    const asked = await admin.call(updateStaff, {
      params: { personId: person.id },
      body: { version: now?.version ?? 0, ...change },
    });
    await admin2.call(approve, { params: { approvalId: asked.body.approvalId ?? '' }, body: {} });

    expect(await needsYou(colleague, path.cardToken)).toEqual([
      expect.objectContaining({ kind: 'hold-review-due', holderHasLeft: true, heldBy: 'Ada Newcomer' }),
    ]);
    const { body } = await colleague.call(getCard, { params: path });
    expect(body.hold).toMatchObject({
      isYours: true,
      details: { holderHasLeft: true, isOwn: false, reason: 'known to me' },
    });
    if ('role' in change) {
      const back = await as(person.email, { fresh: true });
      const refused = await back.call(liftHold, { params: path, body: { holdId, unfreeze: false } });
      expect(refused.problem.code).toBe(change.role === 'auditor' ? 'forbidden' : 'card_held');
      expect((await back.call(getCard, { params: path })).body.hold).toEqual(notYours);
      expect((await back.call(getCardHistory, { params: path, query: {} })).text).not.toContain(
        'known to me',
      );
    }
    const lifted = await colleague.call(liftHold, { params: path, body: { holdId, unfreeze: true } });
    expect(lifted.body).toMatchObject({ status: { value: 'ACTIVE' }, hold: null });
  }
});

test('to everybody else a hold of operations and one of compliance are the same, in every answer', async ({
  as,
  emulator,
}) => {
  const cards = { operations: demoCards.old, compliance: demoCards.pinTriesExceeded };
  const holders = { operations: await as(operator2), compliance: await as('compliance') };
  const observers = {
    operator: await as('operator'),
    admin: await as('admin'),
    auditor: await as('auditor'),
    branch_manager: await as('branch_manager'),
  };
  const sides = ['operations', 'compliance'] as const;
  const pathOf = (side: (typeof sides)[number]): CardPath => ({
    profileId: cards[side].profileId,
    cardToken: cards[side].token,
  });
  const before = new Map<string, Record<string, unknown>>();
  const hide = (text: string) =>
    text
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')
      .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:[\d.]+Z/g, 'time')
      .replaceAll(/[0-9a-f]{64}/g, 'hash')
      .replaceAll(/"((?:intentS|s)equence)":"\d+"/g, '"$1":"n"')
      .replaceAll(/"profileId":"\d+"/g, '"profileId":"p"')
      .replaceAll(/told-[^"]+|act-\d+/g, 'entry');
  /** What became different of the card, wherever it is told. */
  const changed = (name: string, now: Record<string, unknown>) =>
    Object.entries(now).filter(
      ([key, value]) => JSON.stringify(before.get(name)?.[key]) !== JSON.stringify(value),
    );
  const cardsTold = async (client: ConsoleClient, params: CardPath) => {
    const { body } = await client.call(getCard, { params });
    const list = await client.call(listCards, { query: { query: params.cardToken } });
    const overview = await client.call(getOverview, {});
    const row = overview.body.recentlyChanged.find(({ cardToken }) => cardToken === params.cardToken);
    return {
      page: body,
      list: list.body.items[0] ?? {},
      overview: { status: row?.status, isHeld: row?.isHeld },
    };
  };
  const read = async (who: keyof typeof observers, side: (typeof sides)[number]) => {
    const client = observers[who];
    const params = pathOf(side);
    const told = await cardsTold(client, params);
    const history = await client.call(getCardHistory, { params, query: {} });
    const filtered = await Promise.all(
      ['held', 'yours', 'operations', 'compliance', 'nonsense'].map(
        async (hold) =>
          (await client.call(listCards, { query: { hold: [hold], query: params.cardToken } })).body.total,
      ),
    );
    const csv =
      who === 'operator' || who === 'auditor'
        ? (
            await client.call(exportCards, {
              query: { query: params.cardToken, reason: 'audit', columns: 'status,hold' },
            })
          ).text
        : '';
    const trail =
      who === 'auditor'
        ? (await client.call(listAudit, { query: { query: params.cardToken } })).body.items
        : [];
    return hide(
      JSON.stringify({
        page: changed(`${who} ${side} page`, told.page),
        list: changed(`${who} ${side} list`, told.list),
        overview: told.overview,
        history: history.body.items,
        filtered,
        csv,
        trail,
        needsYou: await needsYou(client, params.cardToken),
      }),
    );
  };
  const whos = Object.keys(observers) as (keyof typeof observers)[];
  for (const who of whos) {
    for (const side of sides) {
      const told = await cardsTold(observers[who], pathOf(side));
      for (const [name, value] of Object.entries(told)) before.set(`${who} ${side} ${name}`, value);
    }
  }
  const streams = await Promise.all(
    whos.map(async (who) => ({ who, events: await readEvents(observers[who]) })),
  );
  const compare = async () => {
    await emulator.settleWebhooks();
    for (const who of whos) {
      const operations = await read(who, 'operations');
      expect(await read(who, 'compliance'), who).toBe(operations);
    }
  };

  const holdIds = new Map<string, string>();
  for (const side of sides) {
    const { holdId } = await holdCard(holders[side], pathOf(side), {
      reason: `reason of ${side}`,
      reviewOn: dayIn(side === 'operations' ? 20 : 60),
    });
    holdIds.set(side, holdId);
  }
  await expect
    .poll(async () =>
      Promise.all(
        sides.map(
          async (side) =>
            (await observers.operator.call(getCardHistory, { params: pathOf(side), query: {} })).body.items[0]
              ?.via,
        ),
      ),
    )
    .toEqual(['partner-api', 'partner-api']);
  await compare();
  const page = (await observers.operator.call(getCard, { params: pathOf('compliance') })).text;
  expect(page).not.toMatch(/reason of|Ines|"owner"/);
  expect(await read('operator', 'compliance')).toContain('"filtered":[1,0,0,0,0]');

  for (const side of sides) {
    await holders[side].call(changeHold, {
      params: pathOf(side),
      body: { holdId: holdIds.get(side) ?? '', reviewOn: dayIn(40), refreezes: true, reason: 'more of it' },
    });
  }
  await compare();
  for (const side of sides) {
    await emulator.setCardStatus(cards[side].token, 'ACTIVE');
    await expect
      .poll(
        async () =>
          (await holders[side].call(getCard, { params: pathOf(side) })).body.hold?.details?.alert?.refreeze,
        { timeout: 15_000 },
      )
      .toBe('done');
    await holders[side].call(acknowledgeHoldAlert, {
      params: pathOf(side),
      body: { holdId: holdIds.get(side) ?? '' },
    });
  }
  await compare();
  for (const side of sides) {
    await holders[side].call(liftHold, {
      params: pathOf(side),
      body: { holdId: holdIds.get(side) ?? '', unfreeze: true, reason: 'all is well' },
    });
  }
  await expect
    .poll(async () =>
      Promise.all(
        sides.map(
          async (side) =>
            (await observers.operator.call(getCardHistory, { params: pathOf(side), query: {} })).body.items[0]
              ?.to,
        ),
      ),
    )
    .toEqual(['ACTIVE', 'ACTIVE']);
  await compare();

  for (const { who, events } of streams) {
    const heard = (side: (typeof sides)[number]) =>
      new Set(
        events.received
          .filter(({ event }) => 'cardToken' in event && event.cardToken === cards[side].token)
          .map(({ event }) => event.type),
      );
    expect([...heard('compliance')], who).toEqual(['card.changed']);
    expect([...heard('operations')], who).toEqual(['card.changed']);
    events.close();
  }
});

test('the trail names nobody for a hold, finds nothing by their name and keeps no reason', async ({ as }) => {
  const compliance = await as('compliance');
  const { path } = await pickCard(compliance, { status: 'FROZEN' });
  const { holdId } = await holdCard(compliance, path, { reason: 'a word only compliance reads' });
  await compliance.call(liftHold, {
    params: path,
    body: { holdId, unfreeze: false, reason: 'another such word' },
  });
  const auditor = await as('auditor');
  const trail = await auditor.call(listAudit, { query: { query: path.cardToken } });
  expect(new Set(trail.body.items.map(({ action }) => action))).toEqual(
    new Set(['cards.hold', 'cards.lift-hold']),
  );
  expect(trail.body.items.every(({ withheld, actorName }) => withheld === null && actorName === null)).toBe(
    true,
  );
  expect(trail.text).not.toMatch(/Ines|compliance|such word|only compliance reads|reviewOn/);
  const byName = await auditor.call(listAudit, { query: { query: 'Ines Duarte', limit: 200 } });
  expect(byName.body.items.filter(({ targetId }) => targetId === path.cardToken)).toEqual([]);
});

test('GET cards: the list and its export tell which cards are held, and which of them are one’s own', async ({
  as,
}) => {
  const operator = await as('operator');
  const { path: own } = await pickCard(operator, { status: 'FROZEN' });
  const { path: others } = await pickCard(operator, { status: 'FROZEN' });
  await holdCard(operator, own, { reviewOn: dayIn(9) });
  await holdCard(await as('compliance'), others);
  const tokens = async (hold: string) =>
    (await operator.call(listCards, { query: { hold: [hold], limit: 200 } })).body.items.map(
      ({ token }) => token,
    );
  expect(await tokens('held')).toEqual(expect.arrayContaining([own.cardToken, others.cardToken]));
  expect(await tokens('yours')).toContain(own.cardToken);
  expect(await tokens('yours')).not.toContain(others.cardToken);
  const [row] = (await operator.call(listCards, { query: { query: own.cardToken } })).body.items;
  expect(row?.hold).toEqual({ isYours: true, reviewOn: dayIn(9) });
  const csv = await operator.call(exportCards, {
    query: { query: others.cardToken, reason: 'reporting', columns: 'status,hold' },
  });
  expect(csv.text).toContain('FROZEN,Held until reviewed');
});
