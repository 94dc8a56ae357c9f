import {
  getCard,
  getCardHistory,
  listCards,
  listProfileCards,
  resetPinCount,
  updateCardStatus,
} from '../../lib/contracts/cards.ts';
import { getOverview } from '../../lib/contracts/overview.ts';
import { listProfiles } from '../../lib/contracts/profiles.ts';
import { getSpendingPermissions } from '../../lib/contracts/spending-permissions.ts';
import { expect, test } from '../fixtures.ts';
import { branchCards, demoCards } from '../support/demo-cards.ts';
import { pickCard } from '../support/pick-card.ts';
import { readEvents } from '../support/read-events.ts';

const pathOf = ({ profileId, token }: { profileId: string; token: string }) => ({
  profileId,
  cardToken: token,
});
/** Other tests order cards to Leeds; those of the demo data are there. */
const leeds = [
  demoCards.inactive,
  demoCards.frozen,
  demoCards.old,
  demoCards.pinTriesExceeded,
  ...branchCards.filter(({ branchId }) => branchId === 'leeds'),
];
const london = demoCards.active;
const elsewhereCards = [london, ...branchCards.filter(({ branchId }) => branchId !== 'leeds')];
const tokensOf = (cards: readonly { token: string }[]) => cards.map(({ token }) => token).sort();
function expectOnlyLeeds(tokens: string[]): void {
  expect(tokens).toEqual(expect.arrayContaining(tokensOf(leeds)));
  for (const { token } of elsewhereCards) expect(tokens).not.toContain(token);
}

test('GET cards: a branch manager finds the cards of the own branch and no other, in no way', async ({
  as,
}) => {
  const manager = await as('branch_manager');
  const { body } = await manager.call(listCards, { query: { limit: 200 } });
  expectOnlyLeeds(body.items.map(({ token }) => token));
  expect(body.total).toBe(body.items.length);
  expect(Object.values(body.counts).reduce((sum, count) => sum + count, 0)).toBe(body.items.length);
  expect(body.choices.type).toEqual(['PHYSICAL']);

  const { body: elsewhere } = await (await as('operator')).call(getCard, { params: pathOf(london) });
  for (const query of [london.token, elsewhere.lastFourDigits, String(elsewhere.cardHolderName)]) {
    expect((await manager.call(listCards, { query: { query } })).body.items, query).toEqual([]);
  }
  expect((await manager.call(listCards, { query: { profileId: ['30000116'] } })).body.total).toBe(0);
});

test('GET overview and profiles: count and name only what the branch has', async ({ as }) => {
  const manager = await as('branch_manager');
  await manager.call(getCard, { params: pathOf(demoCards.inactive) });
  const { body } = await manager.call(getOverview, {});
  expect(body.cardsTotal).toBeGreaterThanOrEqual(leeds.length);
  const changed = body.recentlyChanged.map((card) => card.cardToken);
  for (const { token } of elsewhereCards) expect(changed).not.toContain(token);
  expect(changed.length).toBeGreaterThan(0);
  await expect
    .poll(async () => (await manager.call(getOverview, {})).body.recentlyOpened.map((card) => card.cardToken))
    .toContain(demoCards.inactive.token);

  const { body: profiles } = await manager.call(listProfiles, {});
  const held = new Map(profiles.items.map(({ id, cards }) => [id, cards]));
  for (const id of new Set(leeds.map(({ profileId }) => profileId)))
    expect(held.get(id)).toBeGreaterThanOrEqual(leeds.filter(({ profileId }) => profileId === id).length);
  expect(held.has('30000116')).toBe(false);
  const live = await manager.call(listProfileCards, { params: { profileId: '30000001' }, query: {} });
  expect(live.problem.code).toBe('not_found');
  expect((await manager.send('GET', '/api/cards/export.csv?reason=audit')).problem.code).toBe('forbidden');
});

test('a card of another branch, or of none, is not there for a branch manager, and nothing reaches Wise', async ({
  as,
  emulator,
}) => {
  const manager = await as('branch_manager');
  const since = await emulator.now();
  for (const card of [london, demoCards.lockedTwo, demoCards.virtual]) {
    const params = pathOf(card);
    const answers = [
      await manager.call(getCard, { params }),
      await manager.call(getCardHistory, { params, query: {} }),
      await manager.call(getSpendingPermissions, { params }),
      await manager.call(updateCardStatus, { params, body: { status: 'FROZEN' } }),
    ];
    expect(answers.map(({ problem }) => problem.code)).toEqual(answers.map(() => 'not_found'));
  }
  const reached = (await emulator.requests(since)).filter(({ path }) =>
    [london, demoCards.lockedTwo, demoCards.virtual].some(({ token }) => path.includes(token)),
  );
  expect(reached).toEqual([]);
});

test('PUT status: a branch manager freezes a card of the branch, and cannot unfreeze, block or activate one', async ({
  as,
}) => {
  const manager = await as('branch_manager');
  const operator = await as('operator');
  const params = pathOf(demoCards.old);
  const put = (client: typeof manager, card: typeof params, status: 'ACTIVE' | 'FROZEN' | 'BLOCKED') =>
    client.call(updateCardStatus, { params: card, body: { status, reason: 'found in the tray' } });

  expect((await put(manager, params, 'FROZEN')).body.status.value).toBe('FROZEN');
  expect((await manager.call(getCard, { params })).body.status.value).toBe('FROZEN');
  const { body: history } = await manager.call(getCardHistory, { params, query: {} });
  expect(history.items[0]).toMatchObject({ to: 'FROZEN', actor: 'Grace Oduya', reason: 'found in the tray' });

  for (const [card, status] of [
    [params, 'ACTIVE'],
    [params, 'BLOCKED'],
  ] as const) {
    expect((await put(manager, card, status)).problem.code).toBe('forbidden');
  }
  const unhanded = await put(manager, pathOf(demoCards.inactive), 'ACTIVE');
  expect(unhanded.problem.code).toBe('hand_over_first');
  expect((await manager.call(resetPinCount, { params, body: {} })).problem.code).toBe('forbidden');
  expect((await manager.call(getCard, { params })).body.status.value).toBe('FROZEN');
  expect((await put(operator, params, 'ACTIVE')).body.status.value).toBe('ACTIVE');
});

test('GET events: a branch manager hears of the own branch’s cards only, live and after coming back', async ({
  as,
  emulator,
}) => {
  const manager = await as('branch_manager');
  const operator = await as('operator');
  const { token: ofNoBranch } = await pickCard(operator, { status: 'ACTIVE' });
  const own = demoCards.old.token;
  const isAbout = (token: string) => (event: { type: string; cardToken?: string }) =>
    event.type === 'card.changed' && event.cardToken === token;

  const witness = await readEvents(operator);
  const live = await readEvents(manager);
  const before = live.received[0]?.id ?? 0;
  for (const token of [ofNoBranch, london.token, own]) {
    await emulator.setCardStatus(token, 'FROZEN');
    await witness.until(isAbout(token));
  }
  await live.until(isAbout(own));
  const again = await readEvents(manager, before);
  await again.until((event) => event.type === 'hello' && event.live);
  for (const stream of [witness, live, again]) stream.close();
  for (const { received } of [live, again]) {
    const told = received.flatMap(({ event }) => (event.type === 'card.changed' ? [event.cardToken] : []));
    expect(new Set(told)).toEqual(new Set([own]));
  }
  const { body } = await manager.call(listCards, { query: { limit: 200 } });
  expectOnlyLeeds(body.items.map(({ token }) => token));
  for (const token of [london.token, own]) await emulator.setCardStatus(token, 'ACTIVE');
});
