import { createPublicKey, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { josePublicKeyReply } from '../../contracts/wise/one-time-token.ts';
import { InFlight } from '../http/in-flight.ts';
import { parseVaultKeys } from '../vault/keys.ts';
import { createVault } from '../vault/vault.ts';
import { digestOfAsked } from './asked.ts';
import { makeRequestJwe } from './card-data/request-jwe.ts';
import type { Wise } from './create-wise.ts';
import { WiseError } from './errors.ts';
import { fixedWisePath, wisePath } from './path.ts';
import { connectDemoUser, createTestWise } from './test-support/connected-store.ts';
import { openDatabase } from './test-support/open-database.ts';
import { type RunningEmulator, runEmulator } from './test-support/run-emulator.ts';

const vault = createVault(parseVaultKeys(`k1:${randomBytes(32).toString('base64')}`));
const business = { userId: '20000001', priority: 'interactive' } as const;
const [profileId, cardToken] = ['30000001', '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9001'] as const;

let closeStore: () => Promise<void>;
let emulator: RunningEmulator;
let wise: Wise;
const inFlight = new InFlight();

beforeAll(async () => {
  const [{ db, close }, running] = await Promise.all([openDatabase(), runEmulator()]);
  [closeStore, emulator] = [close, running];
  await connectDemoUser(db, vault);
  wise = createTestWise({
    db,
    vault,
    emulator,
    calls: {
      sca: {
        approvalFor: (asked) => inFlight.approvalFor(asked),
        refused: (asked, _owner, oneTimeToken) =>
          inFlight.noteRefusedByWise({ asked, userId: business.userId, oneTimeToken }),
      },
    },
  });
});
afterAll(async () => {
  await wise.close();
  await Promise.all([emulator.stop(), closeStore()]);
});

const change = (status: 'FROZEN' | 'ACTIVE') =>
  wise.cards.updateCardStatus(business, profileId, cardToken, status);

/** @returns what Wise refused until it is confirmed */
async function refusedChange(status: 'FROZEN' | 'ACTIVE') {
  return inFlight.during('first', async () => {
    const error = await change(status).catch((reason: unknown) => reason);
    expect(error instanceof WiseError && error.kind).toBe('sca');
    const refused = inFlight.refusedByWise;
    if (!refused) throw new Error('nothing was refused');
    return refused;
  });
}

const settings = (scaChallenges: string[]) =>
  emulator.control('POST', 'settings', { scaRequired: ['/status'], scaChallenges });

/** As the company's own device would be registered, once. */
async function enrolDevice(deviceFingerprint: string): Promise<void> {
  const { keyMaterial } = await wise.client.call({
    method: 'GET',
    path: wisePath`/v1/auth/jose/response/public-keys`,
    query: { algorithm: 'RSA_OAEP_256', scope: 'PAYLOAD_ENCRYPTION' },
    token: { kind: 'client' },
    priority: 'interactive',
    reply: josePublicKeyReply,
  });
  const key = createPublicKey({
    key: Buffer.from(keyMaterial.keyMaterial, 'base64'),
    format: 'der',
    type: 'spki',
  });
  await wise.client.call({
    method: 'POST',
    path: fixedWisePath`/v2/profiles/${profileId}/device-fingerprints`,
    headers: { 'content-type': 'application/jose+json', 'x-tw-jose-method': 'jwe' },
    text: makeRequestJwe(key, 'RSA-OAEP-256', JSON.stringify({ deviceFingerprint })).jwe,
    token: { kind: 'user', userId: business.userId },
    priority: 'interactive',
    reply: 'empty',
  });
}

describe('one-time tokens', () => {
  beforeEach(() => emulator.control('POST', 'settings', { scaRequired: false }));

  test('PIN and device, both encrypted and their answers too; what is cleared leaves the list', async () => {
    await enrolDevice('the till at the counter');
    await settings(['PIN', 'PARTNER_DEVICE_FINGERPRINT']);
    const { oneTimeToken } = await refusedChange('FROZEN');
    const { getStatus, verifyDeviceFingerprint, verifyPin } = wise.oneTimeTokens;
    const types = async () =>
      (await getStatus(business, oneTimeToken)).challenges.map(
        ({ primaryChallenge }) => primaryChallenge.type,
      );
    expect(await types()).toEqual(['PIN', 'PARTNER_DEVICE_FINGERPRINT']);
    const wrong = await verifyPin(business, oneTimeToken, profileId, '9999').catch((error: unknown) => error);
    expect(wrong instanceof WiseError && [wrong.kind, wrong.status]).toEqual(['refused', 400]);
    await verifyPin(business, oneTimeToken, profileId, '1234');
    expect(await types()).toEqual(['PARTNER_DEVICE_FINGERPRINT']);
    const left = await verifyDeviceFingerprint(business, oneTimeToken, profileId, 'the till at the counter');
    expect(left.challenges).toEqual([]);
  });

  test('a confirmation goes along with the very request it was given for, and with no other', async () => {
    await settings(['PIN']);
    const { asked, oneTimeToken } = await refusedChange('FROZEN');
    await wise.oneTimeTokens.verifyPin(business, oneTimeToken, profileId, '1234');
    const replay = { askedDigest: digestOfAsked(asked), oneTimeToken, kept: undefined };
    const other = await inFlight.during(
      'other',
      () => change('ACTIVE').catch((error: unknown) => error),
      replay,
    );
    expect(other instanceof WiseError && other.kind).toBe('sca');
    const same = await inFlight.during('same', () => change('FROZEN'), replay);
    expect(same.status.value).toBe('FROZEN');
  });

  test('of a token that Wise does not know nothing is told', async () => {
    const unknown = await wise.oneTimeTokens
      .getStatus(business, '00000000-0000-4000-8000-000000000000')
      .catch((error: unknown) => error);
    expect(unknown instanceof WiseError && unknown.kind).toBe('refused');
  });
});

test('a request differs by each of its parts', () => {
  const asked = { method: 'PUT', host: 'api', path: '/a', headers: { card: '1' }, body: '{}' } as const;
  const digests = [
    asked,
    { ...asked, method: 'POST' },
    { ...asked, host: 'card-data' as const },
    { ...asked, path: '/a?b' },
    { ...asked, headers: { card: '2' } },
    { ...asked, body: '{} ' },
    { ...asked, body: undefined },
  ].map(digestOfAsked);
  expect(new Set(digests).size).toBe(digests.length);
});
