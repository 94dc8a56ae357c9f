import { createPublicKey, randomUUID } from 'node:crypto';
import { CompactEncrypt } from 'jose';
import { listActivities } from '../../lib/contracts/activities.ts';
import { exportAudit, listAudit } from '../../lib/contracts/audit.ts';
import { getCard, updateCardStatus } from '../../lib/contracts/cards.ts';
import { revealReply } from '../../lib/contracts/sensitive-details.schema.ts';
import { listCardReveals } from '../../lib/contracts/sensitive-details.ts';
import { expect, test } from '../fixtures.ts';
import type { Who } from '../support/accounts.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import type { EmulatorControl } from '../support/emulator-control.ts';
import { pickCard } from '../support/pick-card.ts';
import { askReveal, confirm, openReveal } from '../support/reveals.ts';
import {
  clearBySms,
  confirmOnWisesPage,
  ottOf,
  passcode,
  readSca,
  replay,
  scaOf,
  scaPin,
  trigger,
  verify,
} from '../support/sca.ts';
import { asCompanysUser, readJoseKey } from '../support/wise-tokens.ts';

const companysCard = (client: ConsoleClient) =>
  pickCard(client, { status: 'ACTIVE', profileIds: ['30000001', '30000002', '30000003'] });
const customers = Array.from({ length: 20 }, (_, index) => String(30_000_121 + index));
const customersCard = (client: ConsoleClient) =>
  pickCard(client, { status: 'ACTIVE', profileIds: customers });

const callsTo = async (emulator: EmulatorControl, since: string, part: string) =>
  (await emulator.requests(since)).filter(({ path }) => path.includes(part));

const changesOf = async (emulator: EmulatorControl, since: string, cardToken: string) =>
  (await callsTo(emulator, since, cardToken)).filter(({ method }) => method === 'PUT');

/** A passcode asked for or a proof given, at Wise. */
const proofsSent = async (emulator: EmulatorControl, since: string) =>
  (await emulator.requests(since)).filter(({ path }) => /\/(trigger|verify)$/.test(path));

const askFreeze = (
  client: ConsoleClient,
  params: { profileId: string; cardToken: string },
  idempotencyKey: string = randomUUID(),
) => client.call(updateCardStatus, { params, body: { status: 'FROZEN' }, idempotencyKey });

/** A freeze of a card of the company's that Wise wants confirmed. */
async function waitForFreeze(
  as: (who: Who, options?: { fresh?: boolean }) => Promise<ConsoleClient>,
  emulator: EmulatorControl,
  { key, scaChallenges = ['SMS'] }: { key?: string; scaChallenges?: string[] } = {},
) {
  const client = await as('operator', { fresh: true });
  const card = await companysCard(client);
  await emulator.changeSettings({ scaRequired: ['/status'], scaChallenges });
  const sca = scaOf((await askFreeze(client, card.path, key)).problem);
  return { card, client, ...sca };
}

test('a reveal that Wise wants confirmed waits, and is shown once it is: to the same page key, with the same request', async ({
  as,
  emulator,
  stack,
}) => {
  const client = await as('operator', { fresh: true });
  const card = await companysCard(client);
  await confirm(client);
  await emulator.changeSettings({ scaRequired: true });
  const since = await emulator.now();
  const { answer, keys } = await askReveal(client, card.path);
  expect(answer.status).toBe(403);
  expect(answer.problem).toMatchObject({ code: 'sca_required', certain: 'nothing' });
  const sca = scaOf(answer.problem);
  expect(sca).toMatchObject({
    challenges: [{ type: 'SMS', alternatives: ['WHATSAPP', 'VOICE'], required: true, passed: false }],
    owner: { kind: 'company' },
    action: 'sensitive-details.reveal',
    isCleared: false,
    lowRiskUntil: null,
  });
  const leftMs = Date.parse(sca.expiresAt) - Date.now();
  expect(leftMs).toBeGreaterThan(9 * 60_000);
  expect(leftMs).toBeLessThanOrEqual(10 * 60_000);
  const waiting = (await client.call(listCardReveals, { params: card.path })).body;
  expect(waiting.items[0]?.outcome).toBe('waiting');

  expect((await trigger(client, sca.scaId)).body.sentTo).toMatch(/^\*+\d{4}$/);
  const cleared = (await verify(client, sca.scaId)).body;
  expect(cleared).toMatchObject({ isCleared: true, challenges: [{ type: 'SMS', passed: true }] });
  expect(Date.parse(cleared.lowRiskUntil ?? '') - Date.now()).toBeGreaterThan(4 * 60_000);
  expect((await readSca(client, sca.scaId)).body).toMatchObject({ isCleared: true });

  const shown = await replay(client, sca.scaId);
  const { pan } = await openReveal(revealReply.parse(shown.body), keys);
  expect(pan).toMatch(new RegExp(`${card.lastFourDigits}$`));
  expect(shown.headers.get('cache-control')).toContain('no-store');
  const sent = await callsTo(emulator, since, '/sensitive-card-data/details');
  expect(sent.map(({ status }) => status)).toEqual([403, 200]);
  const after = (await client.call(listCardReveals, { params: card.path })).body;
  expect(after.items).toHaveLength(1);
  expect(after.items[0]?.outcome).toBe('asked');
  expect(after.limits.ofCard.used).toBe(1);

  const auditor = await as('auditor');
  const trail = (await auditor.call(listAudit, { query: { query: sca.scaId } })).body.items;
  expect(trail.map(({ action, phase }) => `${action} ${phase}`)).toEqual([
    'sca.replay outcome',
    'sca.replay intent',
    'sca.verify outcome',
    'sca.verify intent',
    'sca.trigger outcome',
    'sca.trigger intent',
  ]);
  // Who confirmed would tell who changed the card.
  expect(trail.map(({ actorName }) => actorName)).toEqual(Array(6).fill(null));
  const exported = (await auditor.call(exportAudit, { query: { reason: 'routine' } })).text;
  for (const trace of [exported, stack.readConsoleLog()]) {
    expect(trace).not.toContain(ottOf(sca.hostedUrl));
    expect(trace).not.toContain(pan);
  }
});

test('a second replay, and one of two at once, is refused and reaches Wise no more', async ({
  as,
  emulator,
}) => {
  const { card, client, scaId } = await waitForFreeze(as, emulator);
  await clearBySms(client, scaId);
  const since = await emulator.now();
  const answers = await Promise.all([replay(client, scaId), replay(client, scaId)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  expect((await replay(client, scaId)).problem.code).toBe('sca_over');
  expect(await changesOf(emulator, since, card.token)).toHaveLength(1);
});

test('a write keeps its idempotency key: once confirmed, the same key answers what was answered', async ({
  as,
  emulator,
}) => {
  const key = randomUUID();
  const { card, client, scaId } = await waitForFreeze(as, emulator, { key });
  await clearBySms(client, scaId);
  expect((await replay(client, scaId)).body).toMatchObject({ status: { value: 'FROZEN' } });
  await emulator.changeSettings({ scaRequired: false });
  const again = await askFreeze(client, card.path, key);
  expect(again.body.status.value).toBe('FROZEN');
  expect(again.headers.get('idempotent-replayed')).toBe('true');
});

test('an answer that is lost after the replay is unknown, and the console asks Wise what became of it', async ({
  as,
  emulator,
}) => {
  const { card, client, scaId } = await waitForFreeze(as, emulator);
  await clearBySms(client, scaId);
  await emulator.addFault({ match: { method: 'PUT', path: card.token }, times: 1, dropAfterApply: true });
  const lost = await replay(client, scaId);
  expect(lost.problem).toMatchObject({ code: 'outcome_unknown', certain: 'unknown' });
  expect((await replay(client, scaId)).problem.code).toBe('sca_over');
  const read = await client.call(getCard, { params: card.path });
  expect(read.body.status.value).toBe('FROZEN');
});

test('nothing is sent before everything is confirmed, nor where the card has changed meanwhile', async ({
  as,
  emulator,
}) => {
  const { card, client, scaId } = await waitForFreeze(as, emulator);
  const since = await emulator.now();
  expect((await replay(client, scaId)).problem.code).toBe('sca_not_cleared');
  await clearBySms(client, scaId);
  await emulator.setCardStatus(card.token, 'BLOCKED');
  expect((await replay(client, scaId)).problem.code).toBe('card_status_not_offered');
  expect(await changesOf(emulator, since, card.token)).toEqual([]);
});

test('another person, another session of the same person and an invented id get one and the same answer', async ({
  as,
  emulator,
}) => {
  const { client, scaId } = await waitForFreeze(as, emulator);
  const since = await emulator.now();
  const others: [ConsoleClient, string][] = [
    [await as('operator2@example.com'), scaId],
    [await as('operator', { fresh: true }), scaId],
    [client, randomUUID()],
  ];
  for (const [other, id] of others)
    for (const ask of [readSca, trigger, verify, replay])
      expect((await ask(other, id)).problem).toMatchObject({ code: 'sca_over', status: 404 });
  expect(await proofsSent(emulator, since)).toEqual([]);
  expect((await client.send('GET', '/api/sca/nonsense')).problem.code).toBe('not_found');
  expect((await trigger(client, scaId)).status).toBe(200);
});

test('a header that names a replay does nothing', async ({ as, emulator }) => {
  const { card, client, hostedUrl, scaId } = await waitForFreeze(as, emulator);
  await clearBySms(client, scaId);
  const forged = await client.call(updateCardStatus, {
    params: card.path,
    body: { status: 'FROZEN' },
    headers: { 'x-sca-replay': scaId, 'x-2fa-approval': ottOf(hostedUrl) },
  });
  expect(scaOf(forged.problem).scaId).not.toBe(scaId);
});

test('all kinds of proof one after the other: PIN encrypted, then WhatsApp in place of SMS', async ({
  as,
  emulator,
}) => {
  const { client, scaId } = await waitForFreeze(as, emulator, { scaChallenges: ['PIN', 'SMS'] });
  expect((await verify(client, scaId, scaPin, 'PIN')).body).toMatchObject({
    isCleared: false,
    challenges: [
      { type: 'PIN', passed: true },
      { type: 'SMS', passed: false },
    ],
  });
  expect((await verify(client, scaId, passcode, 'WHATSAPP')).problem.code).toBe('sca_proof_not_offered');
  await trigger(client, scaId, 'whatsapp');
  expect((await verify(client, scaId, passcode, 'WHATSAPP')).body.isCleared).toBe(true);
  expect((await replay(client, scaId)).status).toBe(200);
});

test('a registered device, encrypted, and a code by a call that is made once more', async ({
  as,
  emulator,
  stack,
}) => {
  const fingerprint = `till ${randomUUID()}`;
  const key = createPublicKey({
    key: Buffer.from(await readJoseKey(stack.emulatorUrl), 'base64'),
    format: 'der',
    type: 'spki',
  });
  const enrolled = await fetch(`${stack.emulatorUrl}/v2/profiles/30000001/device-fingerprints`, {
    method: 'POST',
    headers: { ...(await asCompanysUser(emulator)), 'content-type': 'application/jose+json' },
    body: await new CompactEncrypt(Buffer.from(JSON.stringify({ deviceFingerprint: fingerprint })))
      .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM' })
      .encrypt(key),
  });
  expect(enrolled.status).toBe(200);
  const { client, scaId } = await waitForFreeze(as, emulator, {
    scaChallenges: ['PARTNER_DEVICE_FINGERPRINT', 'SMS'],
  });
  const wrong = await verify(client, scaId, 'another till', 'PARTNER_DEVICE_FINGERPRINT');
  expect(wrong.problem.code).toBe('sca_proof_wrong');
  await verify(client, scaId, fingerprint, 'PARTNER_DEVICE_FINGERPRINT');
  const since = await emulator.now();
  await trigger(client, scaId, 'voice');
  await trigger(client, scaId, 'voice');
  expect((await proofsSent(emulator, since)).map(({ path }) => path)).toEqual([
    '/v1/one-time-token/voice/trigger',
    '/v1/one-time-token/voice/trigger',
  ]);
  expect((await verify(client, scaId, passcode, 'VOICE')).body.isCleared).toBe(true);
  expect((await replay(client, scaId)).status).toBe(200);
});

test('a proof that is none of its kind never reaches Wise, nor does one that only Wise’s page takes', async ({
  as,
  emulator,
}) => {
  const { client, scaId } = await waitForFreeze(as, emulator, { scaChallenges: ['PIN', 'FACE_MAP'] });
  const since = await emulator.now();
  for (const [value, type] of [
    ['12345', 'PIN'],
    ['12a4', 'PIN'],
    ['1 11', 'SMS'],
  ] as const) {
    const { problem } = await verify(client, scaId, value, type);
    expect(problem).toMatchObject({ code: 'validation_failed', fields: [{ path: 'body.value' }] });
  }
  expect((await verify(client, scaId, 'face', 'FACE_MAP')).problem.code).toBe('sca_proof_not_offered');
  expect(await proofsSent(emulator, since)).toEqual([]);
});

test('a customer’s proof is never taken here: the customer confirms on Wise’s page, and the request then goes on', async ({
  as,
  emulator,
}) => {
  const client = await as('operator', { fresh: true });
  const card = await customersCard(client);
  await emulator.changeSettings({ scaRequired: ['/status'], scaChallenges: ['PIN'] });
  const sca = scaOf((await askFreeze(client, card.path)).problem);
  expect(sca.owner).toEqual({ name: expect.any(String), kind: 'customer' });
  const since = await emulator.now();
  expect((await trigger(client, sca.scaId)).problem.code).toBe('sca_not_yours_to_type');
  expect((await verify(client, sca.scaId, scaPin, 'PIN')).problem.code).toBe('sca_not_yours_to_type');
  expect(await proofsSent(emulator, since)).toEqual([]);

  expect(await confirmOnWisesPage(sca.hostedUrl, { pin: '9999' })).toContain('That is not right');
  expect(await confirmOnWisesPage(sca.hostedUrl, { pin: scaPin })).toContain('Confirmed');
  expect((await readSca(client, sca.scaId)).body.isCleared).toBe(true);
  expect((await replay(client, sca.scaId)).body).toMatchObject({ status: { value: 'FROZEN' } });
});

test('a reading can be confirmed too, and what is of low risk is then let through for a while', async ({
  as,
  emulator,
}) => {
  const client = await as('operator', { fresh: true });
  await emulator.changeSettings({ scaRequired: ['low:/activities'] });
  const ask = () => client.call(listActivities, { params: { profileId: '30000140' } });
  const { hostedUrl, scaId } = scaOf((await ask()).problem);
  await confirmOnWisesPage(hostedUrl, { otpCode: passcode });
  expect((await replay(client, scaId)).body).toMatchObject({ items: expect.any(Array) });
  expect((await ask()).status).toBe(200);
});

test('where the challenges cannot be read the refusal says what is certain, and nothing waits', async ({
  as,
  emulator,
}) => {
  const client = await as('operator', { fresh: true });
  const card = await companysCard(client);
  await emulator.changeSettings({ scaRequired: ['/status'] });
  await emulator.addFault({ match: { path: '/one-time-token/status' }, status: 400, body: {} });
  const { problem } = await askFreeze(client, card.path);
  expect(problem).toMatchObject({ code: 'sca_required', certain: 'nothing' });
  expect(problem.sca).toBeUndefined();
});
