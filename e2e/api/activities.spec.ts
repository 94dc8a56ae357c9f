import { activityStatusValues } from '../../lib/catalogues/statuses.ts';
import { type ActivitiesQuery, type Activity, listActivities } from '../../lib/contracts/activities.ts';
import { getCardTransaction } from '../../lib/contracts/card-transactions.ts';
import { expect, test } from '../fixtures.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { demoCards } from '../support/demo-cards.ts';

const { profileId } = demoCards.oddities;
const pathOf = (id: string) => `/v1/profiles/${id}/activities`;

async function list(client: ConsoleClient, query: ActivitiesQuery = {}, id: string = profileId) {
  return (await client.call(listActivities, { params: { profileId: id }, query })).body;
}

async function listAll(client: ConsoleClient, query: ActivitiesQuery = {}, id: string = profileId) {
  const items: Activity[] = [];
  for (let nextCursor: string | null = ''; nextCursor !== null; ) {
    const page = await list(client, { size: 30, ...query, ...(nextCursor && { nextCursor }) }, id);
    items.push(...page.items);
    nextCursor = page.nextCursor;
  }
  return items;
}

test('GET activities: pages through everything once, the newest first, every status among it', async ({
  as,
}) => {
  const items = await listAll(await as('operator'));
  expect(items.length).toBeGreaterThan(40);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  const times = items.map(({ createdOn }) => createdOn);
  expect(times).toEqual([...times].sort().reverse());
  const statuses = new Set(items.map(({ status }) => status));
  expect([...statuses]).toEqual(expect.arrayContaining(activityStatusValues));
});

test('GET activities: filters and size are Wise’s to apply', async ({ as, emulator }) => {
  const client = await as('auditor');
  const all = await listAll(client);
  const since = all[8]?.createdOn ?? '';
  const until = all[2]?.createdOn ?? '';
  const ids = (items: Activity[]) => items.map(({ id }) => id);
  expect(ids(await listAll(client, { since, until }))).toEqual(ids(all.slice(2, 9)));
  expect(ids(await listAll(client, { status: 'CANCELLED' }))).toEqual(
    ids(all.filter(({ status }) => status === 'CANCELLED')),
  );

  const asked = await emulator.now();
  const { items } = await list(client, { monetaryResourceType: 'TRANSFER', status: 'COMPLETED', size: 2 });
  expect(items.map(({ resource }) => resource?.type)).toEqual(['TRANSFER', 'TRANSFER']);
  const [request] = (await emulator.requests(asked)).filter(({ path }) => path === pathOf(profileId));
  expect(Object.fromEntries(new URLSearchParams(request?.query))).toEqual({
    monetaryResourceType: 'TRANSFER',
    status: 'COMPLETED',
    size: '2',
  });
});

test('GET activities: texts, amounts and words nobody knows come as Wise wrote them', async ({ as }) => {
  const items = await listAll(await as('compliance'));
  const titles = items.map(({ title }) => title).join('\n');
  expect(titles).toContain('<img src=x onerror="document.title=1"><script>document.title=2</script>');
  expect(titles).toContain('Snug &amp; Sons &lt;b&gt;');
  expect(items).toContainEqual(
    expect.objectContaining({
      type: 'PET_INSURANCE',
      resource: expect.objectContaining({ type: 'PET_POLICY' }),
      status: 'ON_HOLD',
      primaryAmount: '3 PAWS',
      secondaryAmount: null,
    }),
  );
  expect(items.map(({ primaryAmount }) => primaryAmount)).toContain('1,234,567.89 GBP');
});

test('GET activities: a card payment leads to its transaction', async ({ as }) => {
  const client = await as('operator');
  const { items } = await list(client, { monetaryResourceType: 'CARD_TRANSACTION', size: 1 });
  const transactionId = items[0]?.transactionId ?? '';
  expect(transactionId).toBe(items[0]?.resource?.id);
  const { body } = await client.call(getCardTransaction, { params: { profileId, transactionId } });
  expect(body).toMatchObject({ id: transactionId, creationTime: items[0]?.createdOn });
});

test('GET activities: what Wise says about a declined payment is for compliance alone', async ({ as }) => {
  const { profileId: restricted } = demoCards.restricted;
  const spoken = await listAll(await as('compliance'), { status: 'CANCELLED' }, restricted);
  expect(spoken.map(({ description }) => description)).toContain('Declined to keep your money safe');
  for (const role of ['operator', 'admin', 'auditor'] as const) {
    const items = await listAll(await as(role), { status: 'CANCELLED' }, restricted);
    expect(items.map(({ id }) => id)).toEqual(spoken.map(({ id }) => id));
    const ofCards = items.filter(({ resource }) => resource?.type === 'CARD_TRANSACTION');
    expect(ofCards.length).toBeGreaterThan(5);
    for (const { description, title } of ofCards)
      expect([description, title]).toEqual([null, expect.stringMatching(/^<strong>[^<]+<\/strong>$/)]);
  }
});

test('GET activities: a branch manager and an unknown profile get 404 alike, and nothing reaches Wise', async ({
  as,
  emulator,
}) => {
  const since = await emulator.now();
  const manager = await as('branch_manager');
  const operator = await as('operator');
  const answers = [
    await manager.call(listActivities, { params: { profileId: demoCards.inactive.profileId }, query: {} }),
    await operator.call(listActivities, { params: { profileId: '39999999' }, query: {} }),
    await operator.call(listActivities, { params: { profileId: 'abc' }, query: {} }),
  ];
  expect(answers.map(({ problem }) => [problem.code, problem.detail])).toEqual(
    answers.map(() => ['not_found', 'There is nothing here that you may see.']),
  );
  expect((await emulator.requests(since)).filter(({ path }) => path.endsWith('/activities'))).toEqual([]);
});

test('GET activities: what is wrong in the query is named', async ({ as }) => {
  const client = await as('operator');
  for (const [name, value] of [
    ['size', '0'],
    ['size', '101'],
    ['status', 'DONE'],
    ['monetaryResourceType', 'CARD'],
    ['since', 'yesterday'],
    ['until', '2026-11-20'],
    ['colour', 'red'],
  ] as const) {
    const answer = await client.send('GET', `/api/profiles/${profileId}/activities`, {
      query: { [name]: value },
    });
    const named = answer.problem.fields?.map(({ path }) => path.replace(/^query\.?/, '')) ?? [];
    expect([answer.problem.code, name === 'colour' || named.includes(name)]).toEqual([
      'validation_failed',
      true,
    ]);
  }
});

test('GET activities: says it when Wise fails, refuses or answers something else', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  for (const [status, body, code] of [
    [500, {}, 'wise_unavailable'],
    [429, {}, 'wise_rate_limited'],
    [422, { errors: [{ code: 'NOT_VALID', message: 'no' }] }, 'wise_refused'],
    [200, { activities: 'none' }, 'wise_reply_not_understood'],
  ] as const) {
    await emulator.addFault({ match: { path: pathOf(profileId) }, times: 10, status, body });
    const answer = await client.call(listActivities, { params: { profileId }, query: {} });
    expect(answer.problem.code).toBe(code);
    await emulator.clearFaults();
  }
});
