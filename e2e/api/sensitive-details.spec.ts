import { getCardHistory } from '../../lib/contracts/cards.ts';
import { exportAudit, listAudit } from '../../lib/contracts/audit.ts';
import { listCardReveals, noteRevealEvent } from '../../lib/contracts/sensitive-details.ts';
import { confirmSession, getSession } from '../../lib/contracts/session.ts';
import { expect, test } from '../fixtures.ts';
import { demoPassword } from '../support/accounts.ts';
import type { EmulatorControl } from '../support/emulator-control.ts';
import { demoCards, unprintedCards } from '../support/demo-cards.ts';
import { pickCard } from '../support/pick-card.ts';
import { agreeToPin, askReveal, confirm, makePageKeys, openReveal, why } from '../support/reveals.ts';

/** What reached Wise's host for card data. */
const cardDataCalls = async (emulator: EmulatorControl, since: string) =>
  (await emulator.requests(since)).filter(({ path }) => path.startsWith('/twcard-data/'));

for (const [form, settings, kind] of [
  ['a bare JWE', { sensitiveReply: 'jwe' }, 'jwe'],
  ['a JWE inside JSON', { sensitiveReply: 'jweInJson' }, 'jwe'],
  ['clear JSON', { sensitiveReply: 'clear' }, 'clear'],
  ['a JWE, its key served as PEM', { keyFormat: 'pem' }, 'jwe'],
] as const)
  test(`POST sensitive-details: the page alone reads what Wise answers as ${form}`, async ({
    as,
    emulator,
    stack,
  }) => {
    const client = await as('operator2@example.com', { fresh: true });
    const card = await pickCard(client, { status: 'ACTIVE' });
    await emulator.changeSettings(settings);
    await confirm(client);
    const { answer, keys } = await askReveal(client, card.path);
    const { pan = '', ...details } = await openReveal(answer.body, keys);
    expect(details.form).toBe(kind);
    expect(pan).toMatch(new RegExp(`^${card.bankIdentificationNumber}\\d+${card.lastFourDigits}$`));
    expect(details.cvv2).toMatch(/^\d{3}$/);
    expect(details.cardholderName).toBe(card.cardHolderName);
    expect(answer.headers.get('cache-control')).toContain('no-store');

    await client.call(noteRevealEvent, {
      params: { ...card.path, revealId: answer.body.revealId },
      body: { event: 'copied', field: 'pan' },
    });
    const auditor = await as('auditor');
    const traces = [
      answer.text,
      (await client.call(listCardReveals, { params: card.path })).text,
      (await client.call(getCardHistory, { params: card.path })).text,
      (await auditor.call(exportAudit, { query: { reason: 'routine' } })).text,
      stack.readConsoleLog(),
    ];
    for (const trace of traces) expect(trace).not.toContain(pan);
  });

test('POST sensitive-details: who, when and why stand on the card, in the trail and in its history', async ({
  as,
}) => {
  const client = await as('operator', { fresh: true });
  const card = await pickCard(client, { status: 'FROZEN' });
  await confirm(client);
  const { answer } = await askReveal(client, card.path);
  const { revealId } = answer.body;
  const params = { ...card.path, revealId };
  await client.call(noteRevealEvent, { params, body: { event: 'opened' } });
  await client.call(noteRevealEvent, { params, body: { event: 'not-opened' } });
  await client.call(noteRevealEvent, { params, body: { event: 'copied', field: 'cvv2' } });

  const { body } = await (await as('auditor')).call(listCardReveals, { params: card.path });
  expect(body.items).toEqual([
    expect.objectContaining({ revealId, by: 'Leah Brandt', what: 'details', ...why, outcome: 'opened' }),
  ]);
  const history = (await client.call(getCardHistory, { params: card.path })).body.items;
  expect(history[0]).toMatchObject({ kind: 'reveal', actor: 'Leah Brandt', outcome: 'succeeded' });
  const trail = (await (await as('auditor')).call(listAudit, { query: { query: card.token } })).body.items;
  expect(trail.map(({ action, phase }) => `${action} ${phase}`).slice(0, 2)).toEqual([
    'sensitive-details.note outcome',
    'sensitive-details.note intent',
  ]);
  expect(trail[0]?.details).toEqual({ event: 'copied', field: 'cvv2' });
  expect(trail.at(-1)).toMatchObject({ action: 'sensitive-details.reveal', details: { reason: why.reason } });

  const another = await as('operator2@example.com', { fresh: true });
  const foreign = await another.call(noteRevealEvent, { params, body: { event: 'opened' } });
  expect(foreign.problem.code).toBe('not_found');
});

test('POST pin: the page alone reads the PIN', async ({ as }) => {
  const client = await as('operator', { fresh: true });
  const card = await pickCard(client, { status: 'ACTIVE' });
  await confirm(client);
  await agreeToPin(client, await as('operator2@example.com'), card.path);
  const { answer, keys } = await askReveal(client, card.path, { what: 'pin' });
  expect((await openReveal(answer.body, keys)).pin).toMatch(/^\d{4}$/);
});

test('POST sensitive-details: Wise has a new key; the page says it does not open, and the next one does', async ({
  as,
  emulator,
}) => {
  const client = await as('operator2@example.com', { fresh: true });
  const card = await pickCard(client, { status: 'ACTIVE' });
  await confirm(client);
  await askReveal(client, card.path);
  await emulator.rotateEncryptingKey();
  const stale = await askReveal(client, card.path);
  await expect(openReveal(stale.answer.body, stale.keys)).rejects.toThrow('decryption operation failed');
  await client.call(noteRevealEvent, {
    params: { ...card.path, revealId: stale.answer.body.revealId },
    body: { event: 'not-opened' },
  });
  const next = await askReveal(client, card.path);
  expect((await openReveal(next.answer.body, next.keys)).pan).toContain(card.lastFourDigits);
});

test('POST sensitive-details: where Wise cannot decrypt, its key is asked for once more and no more', async ({
  as,
  emulator,
}) => {
  const client = await as('operator2@example.com', { fresh: true });
  const card = await pickCard(client, { status: 'ACTIVE' });
  await confirm(client);
  const since = await emulator.now();
  await emulator.addFault({ match: { path: 'sensitive-card-data/details' }, status: 400, times: 1 });
  const { answer, keys } = await askReveal(client, card.path);
  expect((await openReveal(answer.body, keys)).pan).toContain(card.lastFourDigits);
  await emulator.addFault({ match: { path: 'sensitive-card-data/details' }, status: 400 });
  const refused = await askReveal(client, card.path);
  expect(refused.answer.problem.code).toBe('wise_refused');
  const asked = (await emulator.requests(since)).filter(({ path }) => path.endsWith('/details'));
  expect(asked.map(({ status }) => status)).toEqual([400, 200, 400, 400]);
});

test('POST sensitive-details: a key that Wise should not use is not encrypted to', async ({
  as,
  emulator,
}) => {
  const client = await as('operator2@example.com', { fresh: true });
  const card = await pickCard(client, { status: 'ACTIVE' });
  await confirm(client);
  await emulator.rotateEncryptingKey();
  const stale = await askReveal(client, card.path);
  await client.call(noteRevealEvent, {
    params: { ...card.path, revealId: stale.answer.body.revealId },
    body: { event: 'not-opened' },
  });
  await emulator.addFault({
    match: { path: 'fetchEncryptingKey' },
    status: 200,
    body: { version: 1, key: 'AAAA' },
  });
  const since = await emulator.now();
  expect((await askReveal(client, card.path)).answer.problem.code).toBe('card_data_not_readable');
  const sent = (await emulator.requests(since)).filter(({ path }) => path.endsWith('/details'));
  expect(sent).toEqual([]);
});

test('POST session/confirm: needed first, good in this session only; the fifth wrong password locks it', async ({
  as,
  emulator,
}) => {
  const client = await as('operator', { fresh: true });
  const other = await as('operator', { fresh: true });
  const { path } = await pickCard(client, { status: 'ACTIVE' });
  const since = await emulator.now();
  expect((await askReveal(client, path)).answer.problem.code).toBe('confirm_required');
  expect((await client.call(getSession, {})).body.confirmedUntil).toBeNull();
  const { body } = await confirm(client);
  expect(Date.parse(body.confirmedUntil) - Date.now()).toBeLessThanOrEqual(5 * 60_000);
  expect((await client.call(getSession, {})).body.confirmedUntil).toBe(body.confirmedUntil);
  expect((await askReveal(other, path)).answer.problem.code).toBe('confirm_required');
  expect(await cardDataCalls(emulator, since)).toEqual([]);

  const guesser = await as('compliance2@example.com', { fresh: true });
  const answers = [];
  for (let index = 0; index < 6; index++)
    answers.push((await guesser.call(confirmSession, { body: { password: `guess ${index}` } })).problem.code);
  expect(answers).toEqual([...Array<string>(5).fill('wrong_password'), 'too_many_tries']);
  const right = await guesser.call(confirmSession, { body: { password: demoPassword } });
  expect(right.problem.code).toBe('too_many_tries');
});

test('POST sensitive-details: one reveal per public key, ever, whoever asks', async ({ as }) => {
  const client = await as('operator', { fresh: true });
  const another = await as('operator2@example.com', { fresh: true });
  const card = await pickCard(client, { status: 'ACTIVE' });
  const second = await pickCard(client, { status: 'ACTIVE' });
  await confirm(client);
  await confirm(another);
  const { keys } = await askReveal(client, card.path);
  expect((await askReveal(client, card.path, { keys })).answer.problem.code).toBe('reveal_key_used');
  expect((await askReveal(another, second.path, { keys })).answer.problem.code).toBe('reveal_key_used');
});

test('POST sensitive-details: what is no key, no reason or no ticket is refused before Wise is asked', async ({
  as,
  emulator,
}) => {
  const client = await as('operator', { fresh: true });
  const { path } = await pickCard(client, { status: 'ACTIVE' });
  await confirm(client);
  const { publicKey } = makePageKeys();
  const since = await emulator.now();
  const ask = async (body: unknown) => {
    const address = `/api/profiles/${path.profileId}/cards/${path.cardToken}/sensitive-details`;
    return (await client.send('POST', address, { body })).problem.code;
  };
  const good = { ...why, publicKey };
  expect(await ask({ ...good, publicKey: { ...publicKey, y: publicKey.x } })).toBe('reveal_key_wrong');
  for (const bad of [
    { ...good, publicKey: { ...publicKey, crv: 'P-384' } },
    { ...good, publicKey: { ...publicKey, d: publicKey.x } },
    { ...good, publicKey: { kty: 'oct', k: 'AAAA' } },
    { ...good, publicKey: { ...publicKey, x: 'short' } },
    { ...good, reason: 'curiosity' },
    { ...good, ticket: '' },
    { ...good, ticket: '4111 1111 1111 1111' },
    { ...good, ticket: '<script>' },
    { publicKey },
    'everything',
  ])
    expect(await ask(bad)).toBe('validation_failed');
  expect(await cardDataCalls(emulator, since)).toEqual([]);
});

test('POST sensitive-details: a card in any other status than active and frozen is explained, Wise is not asked', async ({
  as,
  emulator,
}) => {
  const client = await as('operator', { fresh: true });
  await confirm(client);
  const since = await emulator.now();
  for (const card of [demoCards.blocked, demoCards.expired, demoCards.purged, demoCards.partnerSuspended]) {
    const params = { profileId: card.profileId, cardToken: card.token };
    expect((await askReveal(client, params)).answer.problem.code).toBe('card_data_not_offered');
  }
  expect(await cardDataCalls(emulator, since)).toEqual([]);
});

test('POST sensitive-details and pin: a kiosk card that is not printed is refused and on record, and nothing reaches the card-data host; once printed it is shown', async ({
  as,
  emulator,
}) => {
  const client = await as('operator', { fresh: true });
  await confirm(client);
  const auditor = await as('auditor');
  const decider = await as('operator2@example.com');
  const ask = async (card: { profileId: string; token: string }, what: 'details' | 'pin') => {
    const params = { profileId: card.profileId, cardToken: card.token };
    if (what === 'pin') await agreeToPin(client, decider, params);
    return askReveal(client, params, { what });
  };
  const since = await emulator.now();
  for (const what of ['details', 'pin'] as const)
    for (const card of Object.values(unprintedCards))
      expect((await ask(card, what)).answer.problem.code).toBe('card_not_produced');
  const { ready } = unprintedCards;
  for (const status of ['IN_PROGRESS', 'REQUEST_ERROR', 'SOMETHING_NEW']) {
    await emulator.setProduction(ready.token, status);
    expect((await ask(ready, 'details')).answer.problem.code).toBe('card_not_produced');
  }
  expect(await cardDataCalls(emulator, since)).toEqual([]);
  const trail = (await auditor.call(listAudit, { query: { query: ready.token } })).body.items;
  expect(trail[0]).toMatchObject({
    action: 'sensitive-details.reveal',
    phase: 'outcome',
    outcome: 'failed',
    errorCode: 'card_not_produced',
  });
  const params = { profileId: ready.profileId, cardToken: ready.token };
  const before = (await client.call(listCardReveals, { params })).body;
  expect(before.waitedForPrintAt).not.toBeNull();
  expect(before.limits.ofCard.used).toBe(0);

  await emulator.setProduction(ready.token, 'PRODUCED');
  const shown = await ask(ready, 'details');
  expect((await openReveal(shown.answer.body, shown.keys)).pan).toMatch(/^\d{16}$/);
  expect((await client.call(listCardReveals, { params })).body.waitedForPrintAt).toBeNull();
  const productions = async () =>
    (await emulator.requests(since)).filter(({ path }) => path.endsWith(`${ready.token}/production`)).length;
  const asked = await productions();
  await ask(ready, 'pin');
  expect(await productions()).toBe(asked);
});

test('POST sensitive-details: where Wise does not tell whether a card is printed, nothing is shown; a virtual card needs no print', async ({
  as,
  emulator,
}) => {
  const client = await as('operator2@example.com', { fresh: true });
  const card = await pickCard(client, { status: 'ACTIVE', type: 'PHYSICAL' });
  const virtual = await pickCard(client, { status: 'ACTIVE', type: 'VIRTUAL' });
  await confirm(client);
  const since = await emulator.now();
  await emulator.addFault({ match: { path: '/production' }, status: 503, times: 20 });
  expect((await askReveal(client, card.path)).answer.problem.code).toBe('wise_unavailable');
  expect(await cardDataCalls(emulator, since)).toEqual([]);
  const { answer, keys } = await askReveal(client, virtual.path);
  expect((await openReveal(answer.body, keys)).pan).toContain(virtual.lastFourDigits);
});

test('POST sensitive-details and pin: other roles get 403, another profile’s card 404, and nothing reaches Wise', async ({
  as,
  emulator,
}) => {
  const operator = await as('operator', { fresh: true });
  const { path } = await pickCard(operator, { status: 'ACTIVE' });
  const since = await emulator.now();
  for (const role of ['compliance', 'branch_manager', 'admin', 'auditor'] as const)
    for (const what of ['details', 'pin'] as const) {
      const { answer } = await askReveal(await as(role), path, { what });
      expect(answer.problem.code).toBe('forbidden');
    }
  await confirm(operator);
  const elsewhere = { ...path, profileId: path.profileId === '30000002' ? '30000003' : '30000002' };
  expect((await askReveal(operator, elsewhere)).answer.problem.code).toBe('not_found');
  expect(await cardDataCalls(emulator, since)).toEqual([]);
});

test('POST sensitive-details: three a month for a card, many at once counted one by one; what Wise refused does not count', async ({
  as,
  emulator,
}) => {
  const client = await as('operator2@example.com', { fresh: true });
  const card = await pickCard(client, { status: 'ACTIVE' });
  await confirm(client);
  await emulator.addFault({ match: { path: 'sensitive-card-data' }, status: 403, times: 1 });
  expect((await askReveal(client, card.path)).answer.problem.code).toBe('card_data_not_offered');
  const answers = await Promise.all(Array.from({ length: 6 }, () => askReveal(client, card.path)));
  const codes = answers.map(({ answer }) => (answer.status === 200 ? 'shown' : answer.problem.code));
  expect(codes.sort()).toEqual([
    ...Array<string>(3).fill('reveal_limit_reached'),
    ...Array<string>(3).fill('shown'),
  ]);
  const { body } = await client.call(listCardReveals, { params: card.path });
  expect(body.limits.ofCard).toEqual({ used: 3, most: 3 });
});
