import { type Found, findThings, findTransaction } from '../../lib/contracts/find.ts';
import { getCard } from '../../lib/contracts/cards.ts';
import { listCardTransactions } from '../../lib/contracts/card-transactions.ts';
import { expect, test } from '../fixtures.ts';
import { addPersonWhoCanSignIn } from '../support/people.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { demoCards, type DemoCardName } from '../support/demo-cards.ts';

const find = async (client: ConsoleClient, query: string): Promise<Found> =>
  (await client.call(findThings, { query: { query } })).body;
const tokensOf = ({ cards }: Found) => cards.map(({ token }) => token);
const pathOf = (name: DemoCardName) => ({
  profileId: demoCards[name].profileId,
  cardToken: demoCards[name].token,
});
const readCard = async (client: ConsoleClient, name: DemoCardName) =>
  (await client.call(getCard, { params: pathOf(name) })).body;
const latestOf = async (client: ConsoleClient, name: DemoCardName) => {
  const { body } = await client.call(listCardTransactions, { params: pathOf(name), query: { limit: 1 } });
  const [latest] = body.items;
  if (!latest) throw new Error(`${name} has no transaction`);
  return latest.id;
};

test('GET find: a card by last four, holder, phone and token, without asking Wise', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  const card = await readCard(client, 'old');
  const since = await emulator.now();
  const { cardHolderName, lastFourDigits, phoneNumber, token } = card;
  for (const typed of [
    lastFourDigits,
    `${cardHolderName} ${lastFourDigits}`,
    cardHolderName?.toUpperCase(),
    phoneNumber,
    token,
  ])
    expect(tokensOf(await find(client, typed ?? '')), String(typed)).toContain(token);
  expect(
    (await find(client, lastFourDigits)).cards.every((one) => one.lastFourDigits === lastFourDigits),
  ).toBe(true);
  expect((await emulator.requests(since)).filter(({ path }) => path.includes('/spend/'))).toEqual([]);
});

test('GET find: a profile by its name and by its number', async ({ as }) => {
  const client = await as('auditor');
  const { profileName } = await readCard(client, 'active');
  const wanted = { profileId: demoCards.active.profileId, profileName };
  for (const typed of [profileName, profileName.slice(0, 5).toLowerCase(), wanted.profileId])
    expect((await find(client, typed)).profiles, typed).toContainEqual(expect.objectContaining(wanted));
});

test('GET find: few of many, and says that there are more; nothing typed finds nothing', async ({ as }) => {
  const client = await as('operator');
  const many = await find(client, 'a');
  expect([many.cards.length, many.hasMore, many.profiles.length <= 4]).toEqual([6, true, true]);
  expect(await find(client, '  ')).toMatchObject({ cards: [], profiles: [], hasMore: false });
  expect(await find(client, '%')).toMatchObject({ cards: [], profiles: [] });
  const { problem } = await client.call(findThings, { query: { query: 'x'.repeat(201) } });
  expect(problem.code).toBe('validation_failed');
});

test('GET find: a branch manager finds cards and profiles of the own branches only', async ({ as }) => {
  const [manager, operator] = [await as('branch_manager'), await as('operator')];
  const [own, foreign] = [await readCard(operator, 'old'), await readCard(operator, 'traveller')];
  expect(tokensOf(await find(manager, own.lastFourDigits))).toEqual([own.token]);
  expect(await find(manager, foreign.lastFourDigits)).toMatchObject({ cards: [], hasMore: false });
  expect(await find(manager, foreign.token)).toMatchObject({ cards: [] });
  expect((await find(manager, foreign.profileId)).profiles).toEqual([]);
  expect((await find(manager, own.profileId)).profiles).toHaveLength(1);
});

test('GET find transaction: in the named profile, and in those of the cards opened last', async ({ as }) => {
  const client = await as('operator2@example.com');
  const other = await as('compliance');
  const id = await latestOf(other, 'traveller');
  const ask = async (query: { profileId?: string }) =>
    (await client.call(findTransaction, { params: { transactionId: id }, query })).body;
  const { profileId } = demoCards.traveller;
  expect((await ask({ profileId })).found).toEqual({ profileId, transactionId: id });
  await readCard(client, 'traveller');
  expect((await ask({})).found).toEqual({ profileId, transactionId: id });
});

test('GET find transaction: one that is nowhere, with how many profiles were asked', async ({
  as,
  emulator,
  stack,
}) => {
  // Somebody who opened nothing anywhere else.
  const { email } = await addPersonWhoCanSignIn(
    stack.consoleUrl,
    await as('admin'),
    await as('admin2@example.com'),
  );
  const client = await as(email);
  await readCard(client, 'virtual');
  await readCard(client, 'frozen');
  const ask = async () =>
    (await client.call(findTransaction, { params: { transactionId: '4' }, query: {} })).body;
  expect(await ask()).toEqual({ found: null, profilesAsked: 2, profilesUnread: 0 });
  await emulator.addFault({ match: { path: demoCards.virtual.profileId }, status: 503, times: 9 });
  expect(await ask()).toEqual({ found: null, profilesAsked: 2, profilesUnread: 1 });
});

test('GET find transaction: of a card outside the branch it is not there, and text is no id', async ({
  as,
}) => {
  const [manager, operator] = [await as('branch_manager'), await as('operator')];
  const foreign = await latestOf(operator, 'traveller');
  const own = await latestOf(operator, 'old');
  const ask = (transactionId: string, profileId: string) =>
    manager.call(findTransaction, { params: { transactionId }, query: { profileId } });
  expect((await ask(foreign, demoCards.traveller.profileId)).body.found).toBeNull();
  expect((await ask(own, demoCards.old.profileId)).body.found).toEqual({
    profileId: demoCards.old.profileId,
    transactionId: own,
  });
  expect((await ask('latest', demoCards.old.profileId)).problem.code).toBe('not_found');
});
