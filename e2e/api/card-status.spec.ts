import { getCard, getCardHistory, updateCardStatus } from '../../lib/contracts/cards.ts';
import { getOverview } from '../../lib/contracts/overview.ts';
import { expect, test } from '../fixtures.ts';
import { demoCards } from '../support/demo-cards.ts';
import { pickCard } from '../support/pick-card.ts';

const writes = (requests: { method: string; path: string }[], token: string) =>
  requests.filter((request) => request.method !== 'GET' && request.path.includes(token));

test('PUT status: freezes, unfreezes and blocks, and says who did it and why', async ({ as }) => {
  const client = await as('operator');
  const { path } = await pickCard(client, { status: 'ACTIVE' });
  const frozen = await client.call(updateCardStatus, {
    params: path,
    body: { status: 'FROZEN', reason: 'lost at the station' },
  });
  expect(frozen.body.status.value).toBe('FROZEN');
  expect(
    (await client.call(updateCardStatus, { params: path, body: { status: 'ACTIVE' } })).body.status.value,
  ).toBe('ACTIVE');
  expect(
    (await client.call(updateCardStatus, { params: path, body: { status: 'BLOCKED', reason: 'stolen' } }))
      .body.status.value,
  ).toBe('BLOCKED');
  expect((await client.call(getCard, { params: path })).body.status.value).toBe('BLOCKED');
  const { body } = await client.call(getCardHistory, { params: path, query: {} });
  expect(
    body.items.map(({ from, to, outcome, actor, reason }) => ({ from, to, outcome, actor, reason })),
  ).toEqual([
    { from: 'ACTIVE', to: 'BLOCKED', outcome: 'succeeded', actor: 'Leah Brandt', reason: 'stolen' },
    { from: 'FROZEN', to: 'ACTIVE', outcome: 'succeeded', actor: 'Leah Brandt', reason: null },
    {
      from: 'ACTIVE',
      to: 'FROZEN',
      outcome: 'succeeded',
      actor: 'Leah Brandt',
      reason: 'lost at the station',
    },
  ]);
});

test('PUT status: what Wise does not allow is refused before anything is sent', async ({ as, emulator }) => {
  const client = await as('operator');
  const since = await emulator.now();
  const cases = [
    [demoCards.blocked, 'ACTIVE'],
    [demoCards.partnerSuspended, 'ACTIVE'],
    [demoCards.partnerSuspended, 'BLOCKED'],
    [demoCards.expired, 'FROZEN'],
    [demoCards.purged, 'BLOCKED'],
    [demoCards.inactive, 'FROZEN'],
    [demoCards.frozen, 'FROZEN'],
    [demoCards.active, 'ACTIVE'],
  ] as const;
  for (const [card, status] of cases) {
    const answer = await client.call(updateCardStatus, {
      params: { profileId: card.profileId, cardToken: card.token },
      body: { status },
    });
    expect(`${card.token} ${status} ${answer.problem.code}`).toBe(
      `${card.token} ${status} card_status_not_offered`,
    );
    expect(writes(await emulator.requests(since), card.token)).toEqual([]);
  }
});

test('PUT status: compliance may freeze but not activate; nothing reaches Wise when refused', async ({
  as,
  emulator,
}) => {
  const operator = await as('operator');
  const { path } = await pickCard(operator, { status: 'INACTIVE' });
  const since = await emulator.now();
  const answer = await (await as('compliance')).call(updateCardStatus, {
    params: path,
    body: { status: 'ACTIVE', cardInHand: true },
  });
  expect(answer.problem.code).toBe('forbidden');
  expect(writes(await emulator.requests(since), path.cardToken)).toEqual([]);
  const done = await operator.call(updateCardStatus, {
    params: path,
    body: { status: 'ACTIVE', cardInHand: true },
  });
  expect(done.body.status.value).toBe('ACTIVE');
});

test('PUT status: what compliance does reads to others as made through the partner API', async ({
  as,
  emulator,
}) => {
  const compliance = await as('compliance');
  const operator = await as('operator');
  const { path } = await pickCard(operator, { status: 'ACTIVE' });
  await compliance.call(updateCardStatus, {
    params: path,
    body: { status: 'FROZEN', reason: 'under review by the desk' },
  });
  await emulator.settleWebhooks();
  const own = await compliance.call(getCardHistory, { params: path, query: {} });
  expect(own.body.items[0]).toMatchObject({
    to: 'FROZEN',
    actor: 'Ines Duarte',
    reason: 'under review by the desk',
  });
  await expect
    .poll(async () => (await operator.call(getCardHistory, { params: path, query: {} })).body.items)
    .toEqual([expect.objectContaining({ to: 'FROZEN', actor: null, via: 'partner-api', reason: null })]);
  const auditor = await as('auditor');
  const trail = await auditor.send('GET', `/api/audit?query=${path.cardToken}`);
  expect(trail.text).toContain('cards.update-status');
  expect(trail.text).not.toMatch(/Ines Duarte|"actorRole":"compliance"|under review/);
});

test('PUT status: an answer that never came is unknown, is not sent again, and is found out by reading', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const { path } = await pickCard(client, { status: 'ACTIVE' });
  await emulator.addFault({
    match: { method: 'PUT', path: `${path.cardToken}/status` },
    dropAfterApply: true,
    times: 1,
  });
  const since = await emulator.now();
  const answer = await client.call(updateCardStatus, { params: path, body: { status: 'FROZEN' } });
  expect(answer.problem).toMatchObject({ code: 'outcome_unknown', certain: 'unknown', status: 504 });
  expect(writes(await emulator.requests(since), path.cardToken)).toHaveLength(1);
  const waiting = (await client.call(getOverview, {})).body.needsYou;
  expect(waiting).toContainEqual(
    expect.objectContaining({ kind: 'outcome-unknown', cardToken: path.cardToken }),
  );
  await expect
    .poll(async () => (await client.call(getCardHistory, { params: path, query: {} })).body.items[0])
    .toMatchObject({ to: 'FROZEN', outcome: 'succeeded', actor: 'Leah Brandt' });
  expect(writes(await emulator.requests(since), path.cardToken)).toHaveLength(1);
  expect((await client.call(getOverview, {})).body.needsYou).not.toContainEqual(
    expect.objectContaining({ cardToken: path.cardToken }),
  );
});

test('PUT status: Wise being down or refusing changes nothing and says so', async ({ as, emulator }) => {
  const client = await as('operator');
  const { path } = await pickCard(client, { status: 'ACTIVE' });
  const put = () => client.call(updateCardStatus, { params: path, body: { status: 'FROZEN' } });
  await emulator.addFault({
    match: { method: 'PUT', path: path.cardToken },
    times: 1,
    status: 429,
    headers: { 'retry-after': '7' },
    body: {},
  });
  const limited = await put();
  expect(limited.problem).toMatchObject({ code: 'wise_rate_limited', certain: 'nothing' });
  await emulator.clearFaults();
  await expect.poll(async () => (await client.call(getCard, { params: path })).body.source).toBe('wise');
  await emulator.addFault({
    match: { method: 'PUT', path: path.cardToken },
    times: 1,
    status: 422,
    body: { errors: [{ code: 'secret.upstream.code', message: 'secret upstream words' }] },
  });
  const refused = await put();
  expect(refused.problem).toMatchObject({ code: 'wise_refused', certain: 'nothing' });
  expect(refused.text).not.toContain('secret');
  expect((await client.call(getCard, { params: path })).body.status.value).toBe('ACTIVE');
});

test('GET card: where Wise does not answer, the index’s copy says that it is one', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const { path } = await pickCard(client, { status: 'ACTIVE' });
  await emulator.addFault({ match: { method: 'GET', path: path.cardToken }, status: 503, body: {} });
  const { body } = await client.call(getCard, { params: path });
  expect(body.source).toBe('index');
  expect(body.status.value).toBe('ACTIVE');
});

test('GET card: a read is tried again when Wise fails once', async ({ as, emulator }) => {
  const client = await as('operator');
  const { path } = await pickCard(client, { status: 'ACTIVE' });
  await emulator.addFault({
    match: { method: 'GET', path: path.cardToken },
    status: 500,
    times: 1,
    body: {},
  });
  expect((await client.call(getCard, { params: path })).body.source).toBe('wise');
});
