import { getCard, listCards, updateCardStatus } from '../../lib/contracts/cards.ts';
import { connect, disconnect, testConnection } from '../../lib/contracts/connections.ts';
import { getProfileConnection } from '../../lib/contracts/profiles.ts';
import { expect } from '../fixtures.ts';
import {
  askToAuthorize,
  cardsOf,
  comeBack,
  decideAtWise,
  faultOf,
  findConnection,
  grantElsewhere,
  newcomers,
  registrationCodeOf,
  tokenRequests,
} from '../support/connections.ts';
import { demoCards } from '../support/demo-cards.ts';
import { test } from '../support/own-stack.ts';

const business = '20000001';
const [, , , , beatrix, kofi] = newcomers;

test('another user at a reconnection is refused, and nothing of theirs is kept', async ({ as, stack }) => {
  const admin = await as('admin');
  const before = await findConnection(admin, '20000120');
  const target = await decideAtWise(await askToAuthorize(admin, '20000120'), 'allow', beatrix.profileId);
  expect((await comeBack(admin, target)).get('outcome')).toBe('other_wise_user');
  const refreshToken = await grantElsewhere(stack.emulatorUrl, beatrix.id);
  const body = { method: 'refresh_token' as const, refreshToken, reconnect: '20000120' };
  expect((await admin.call(connect, { body })).problem.code).toBe('other_wise_user');
  expect(await findConnection(admin, beatrix.id)).toBeUndefined();
  expect(await findConnection(admin, '20000120')).toMatchObject({ connectedAt: before?.connectedAt });
});

test('one that Wise took back breaks alone, says so, and works again once reconnected', async ({
  as,
  emulator,
}) => {
  const [admin, operator] = [await as('admin'), await as('operator')];
  const card = { profileId: demoCards.traveller.profileId, cardToken: demoCards.traveller.token };
  const userId = String(Number(card.profileId) - 10_000_000);
  await emulator.revokeTokens(userId, 'all');
  const shown = await operator.call(getCard, { params: card });
  expect(shown.body).toMatchObject({ source: 'index', token: card.cardToken });
  expect(await faultOf(operator, card.profileId)).toMatchObject({
    kind: 'broken',
    owner: shown.body.profileName,
    asOf: expect.any(String),
  });
  const write = await operator.call(updateCardStatus, { params: card, body: { status: 'FROZEN' } });
  expect([write.status, write.problem.code]).toEqual([503, 'wise_not_connected']);
  // Everybody else's goes on.
  const { profileId, token: cardToken } = demoCards.active;
  expect((await operator.call(getCard, { params: { profileId, cardToken } })).body.source).toBe('wise');
  expect(await faultOf(operator, profileId)).toBeNull();
  expect(await findConnection(admin, userId)).toMatchObject({
    state: 'broken',
    lastError: { code: 'refresh_refused' },
  });
  const test = { params: { connectionId: userId }, body: {} };
  expect((await admin.call(testConnection, test)).body.outcome).toBe('refused');
  const target = await decideAtWise(await askToAuthorize(admin, userId), 'allow', card.profileId);
  expect((await comeBack(admin, target)).get('outcome')).toBe('connected');
  expect((await operator.call(getCard, { params: card })).body.source).toBe('wise');
  expect(await faultOf(operator, card.profileId)).toBeNull();
  expect(await findConnection(admin, userId)).toMatchObject({ state: 'working', lastError: null });
});

test('a test mends one that Wise takes again, and tells one that Wise does not answer for', async ({
  as,
  emulator,
}) => {
  const [admin, operator] = [await as('admin'), await as('operator')];
  const { profileId, token: cardToken } = demoCards.softDeclines;
  const userId = String(Number(profileId) - 10_000_000);
  const test = { params: { connectionId: userId }, body: {} };
  await emulator.addFault({ match: { path: '/v2/profiles' }, status: 503 });
  expect((await admin.call(testConnection, test)).body).toMatchObject({
    outcome: 'unreachable',
    connection: { state: 'working', lastError: { code: 'wise_unavailable' } },
  });
  await emulator.clearFaults();
  await emulator.revokeTokens(userId, 'all');
  await operator.call(getCard, { params: { profileId, cardToken } });
  expect((await findConnection(admin, userId))?.state).toBe('broken');
  await emulator.revokeTokens(userId, 'none');
  expect((await admin.call(testConnection, test)).body).toMatchObject({
    outcome: 'works',
    connection: { state: 'working' },
  });
  expect((await operator.call(getCard, { params: { profileId, cardToken } })).body.source).toBe('wise');
});

test('a profile that Wise deactivated is marked; the others of the same user stay live', async ({
  as,
  emulator,
}) => {
  const operator = await as('operator');
  const [card] = await cardsOf(operator, '30000003');
  const params = { profileId: '30000003', cardToken: card?.token ?? '' };
  await emulator.setProfileState('30000003', 'DEACTIVATED');
  expect((await operator.call(getCard, { params })).body.source).toBe('index');
  await expect.poll(async () => (await faultOf(operator, '30000003'))?.kind).toBe('deactivated');
  const since = await emulator.now();
  expect((await operator.call(getCard, { params })).body.source).toBe('index');
  expect(await tokenRequests(emulator, since)).toBe(0);
  expect(await faultOf(operator, '30000001')).toBeNull();
  expect(await findConnection(await as('admin'), business)).toMatchObject({
    state: 'working',
    profiles: { deactivated: 1 },
  });
  await emulator.setProfileState('30000003', 'VISIBLE');
  const test = { params: { connectionId: business }, body: {} };
  await (await as('admin')).call(testConnection, test);
  expect(await faultOf(operator, '30000003')).toBeNull();
});

test('disconnecting erases the tokens, keeps the cards to read, and touches nobody else', async ({
  as,
  emulator,
}) => {
  const [admin, operator] = [await as('admin'), await as('operator')];
  await admin.call(connect, {
    body: {
      method: 'registration_code',
      email: kofi.email,
      registrationCode: registrationCodeOf(kofi.id),
    },
  });
  await expect.poll(async () => (await cardsOf(operator, kofi.profileId)).length).toBe(3);
  const params = { connectionId: kofi.id };
  expect((await admin.call(disconnect, { params, body: { reason: ' ' } })).problem.code).toBe(
    'validation_failed',
  );
  const since = await emulator.now();
  const ended = await admin.call(disconnect, { params, body: { reason: 'left the programme' } });
  expect(ended.body).toMatchObject({ state: 'disconnected', expiresAt: null, profiles: { cards: 3 } });
  expect((await admin.call(disconnect, { params, body: { reason: 'again' } })).problem.code).toBe('conflict');
  expect((await admin.call(testConnection, { params, body: {} })).problem.code).toBe('conflict');
  const [card] = await cardsOf(operator, kofi.profileId);
  const path = { profileId: kofi.profileId, cardToken: card?.token ?? '' };
  expect((await operator.call(getCard, { params: path })).body.source).toBe('index');
  const write = await operator.call(updateCardStatus, { params: path, body: { status: 'FROZEN' } });
  expect(write.problem.code).toBe('wise_not_connected');
  expect((await emulator.requests(since)).filter((request) => request.path.includes(kofi.profileId))).toEqual(
    [],
  );
  expect(await faultOf(operator, kofi.profileId)).toMatchObject({ kind: 'disconnected' });
  expect(await faultOf(operator, demoCards.active.profileId)).toBeNull();
  expect(
    (await admin.call(disconnect, { params: { connectionId: '77' }, body: { reason: 'none' } })).status,
  ).toBe(404);
});

test('a branch manager learns of the profiles of the own branch’s cards only', async ({ as }) => {
  const manager = await as('branch_manager');
  const { items } = (await manager.call(listCards, { query: {} })).body;
  const own = items[0]?.profileId ?? '';
  expect(await faultOf(manager, own)).toBeNull();
  const other = await manager.call(getProfileConnection, { params: { profileId: kofi.profileId } });
  expect(other.problem.code).toBe('not_found');
});
