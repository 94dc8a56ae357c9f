import { createPublicKey, type KeyObject, randomBytes } from 'node:crypto';
import { compactDecrypt } from 'jose';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clearCardDetails, clearPin, encryptingKeyReply } from '../../contracts/wise/sensitive-details.ts';
import { base64url, makeRequestJwe, type RequestJweParts } from '../card-data/test-support.ts';
import { keyAlgorithms } from '../card-data/unwrap-content-key.ts';
import { cardSecretsOf } from '../core/card-secrets.ts';
import { demoCards } from '../seeds/demo-cards.ts';
import {
  businessUser,
  type Reply,
  startTestEmulator,
  type TestEmulator,
  testEncryptingKey,
} from '../test-support.ts';

const keyPath = '/twcard-data/v1/clientSideEncryption/fetchEncryptingKey';
const detailsPath = '/twcard-data/v1/sensitive-card-data/details';
const pinPath = '/twcard-data/v1/sensitive-card-data/pin';
const contentKey = randomBytes(32);

beforeAll(() => testEncryptingKey.current(), 60_000);

let privateKey: KeyObject;
let wise: TestEmulator;
let token: string;
beforeEach(async () => {
  privateKey = await testEncryptingKey.current();
  wise = startTestEmulator();
  token = await wise.userToken(businessUser);
});

interface Question {
  card?: string | null;
  jwe?: string;
  keyVersion?: unknown;
  body?: unknown;
  token?: string;
}
const askFor = (path: string, question: Question = {}, parts: RequestJweParts = {}) => {
  const { card = demoCards.active.token, keyVersion = 1 } = question;
  const encryptedPayload = question.jwe ?? makeRequestJwe(privateKey, { contentKey, ...parts });
  return wise.ask('POST', path, {
    token: question.token ?? token,
    body: question.body ?? { keyVersion, encryptedPayload },
    headers: card === null ? {} : { 'x-tw-twcard-card-token': card },
  });
};
const open = async (jwe: unknown): Promise<unknown> => {
  const { plaintext, protectedHeader } = await compactDecrypt(String(jwe), contentKey);
  expect(protectedHeader).toEqual({ alg: 'dir', enc: 'A256GCM' });
  return JSON.parse(Buffer.from(plaintext).toString('utf8'));
};
const set = (settings: object) => wise.ask('POST', '/_emulator/settings', { body: settings });
const give = (card: { token: string }, status: string) =>
  wise.ask('PUT', `/_emulator/cards/${card.token}/status`, { body: { status } });
const codeOf = ({ body }: Reply): unknown => {
  const [first]: unknown[] = Reflect.get(Object(body), 'errors') ?? [];
  return Reflect.get(Object(first), 'code');
};

describe('GET encrypting key', () => {
  it('is version 1 and base64 of the DER, or PEM where that is set', async () => {
    const spki = encryptingKeyReply.parse((await wise.ask('GET', keyPath, { token })).body);
    await set({ keyFormat: 'pem' });
    const pem = encryptingKeyReply.parse((await wise.ask('GET', keyPath, { token })).body);
    const der = { key: Buffer.from(spki.key, 'base64'), format: 'der', type: 'spki' } as const;
    expect([spki.version, pem.version]).toEqual([1, 1]);
    expect(createPublicKey(der).equals(createPublicKey(privateKey))).toBe(true);
    expect(pem.key).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
    expect(createPublicKey(pem.key).equals(createPublicKey(privateKey))).toBe(true);
  });

  it('stays over a reset', async () => {
    const before = (await wise.ask('GET', keyPath, { token })).body;
    await wise.ask('POST', '/_emulator/reset');
    expect((await wise.ask('GET', keyPath, { token: await wise.userToken(businessUser) })).body).toEqual(
      before,
    );
  });

  it('is another once rotated, and what was wrapped with the one before gives a reply that does not open', async () => {
    const before = (await wise.ask('GET', keyPath, { token })).body;
    const jwe = makeRequestJwe(privateKey, { contentKey });
    expect((await wise.ask('POST', '/_emulator/encrypting-key/rotate')).status).toBe(204);
    expect((await wise.ask('GET', keyPath, { token })).body).not.toEqual(before);
    const stale = await askFor(detailsPath, { jwe });
    expect(stale.status).toBe(200);
    await expect(open(stale.body)).rejects.toThrow('decryption operation failed');
    privateKey = await testEncryptingKey.current();
    expect(await open((await askFor(detailsPath)).body)).toHaveProperty('pan');
  }, 60_000);
});

describe('details and PIN', () => {
  it.each(keyAlgorithms)('come encrypted with the key that was wrapped with %s', async (algorithm) => {
    const card = wise.emulator.world.cards.get(demoCards.active.token);
    if (!card) throw new Error('the demo data has no such card');
    const { cvv2, pan, pin } = cardSecretsOf(card);
    for (const parts of [{ algorithm }, { algorithm, plaintext: '{}' }]) {
      const details = await askFor(detailsPath, {}, parts);
      expect([details.status, details.headers.get('content-type')]).toEqual([200, 'application/jose']);
      expect(clearCardDetails.parse(await open(details.body))).toEqual({
        nonce: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        cvv2,
        pan,
        expiryDate: `${card.expiryDate.slice(5, 7)}/${card.expiryDate.slice(2, 4)}`,
        cardholderName: card.cardHolderName,
      });
      expect(clearPin.parse(await open((await askFor(pinPath, {}, parts)).body))).toEqual({
        nonce: expect.any(String),
        pin,
      });
    }
  });

  it('come as a JWE inside JSON, or as clear JSON, where that is set', async () => {
    const { nonce: _, ...clear } = clearCardDetails.parse(await open((await askFor(detailsPath)).body));
    await set({ sensitiveReply: 'jweInJson' });
    const wrapped = await askFor(detailsPath);
    expect(wrapped.headers.get('content-type')).toBe('application/json');
    expect(Object.keys(Object(wrapped.body))).toEqual(['encryptedPayload']);
    expect(await open(Reflect.get(Object(wrapped.body), 'encryptedPayload'))).toMatchObject(clear);
    await set({ sensitiveReply: 'clear' });
    expect((await askFor(detailsPath)).body).toMatchObject(clear);
    expect(clearPin.parse((await askFor(pinPath)).body).pin).toMatch(/^\d{4}$/);
  });

  it('a nonce is a new one every time', async () => {
    const nonceOf = async () => clearPin.parse(await open((await askFor(pinPath)).body)).nonce;
    expect(await nonceOf()).not.toBe(await nonceOf());
  });

  it.each([
    ['ACTIVE', 200],
    ['FROZEN', 200],
    ['INACTIVE', 403],
    ['BLOCKED', 403],
    ['EXPIRED', 403],
    ['PURGED', 403],
    ['PARTNER_SUSPENDED', 403],
    ['UNHEARD_OF', 403],
  ])('of a card that is %s answer %i', async (status, expected) => {
    await give(demoCards.active, status);
    for (const path of [detailsPath, pinPath]) {
      const reply = await askFor(path);
      expect(reply.status).toBe(expected);
      expect([...reply.headers.keys()].filter((name) => name.startsWith('x-2fa'))).toEqual([]);
    }
  });

  it('of another user’s card answer 404 as of one that does not exist', async () => {
    for (const card of [demoCards.old.token, '00000000-0000-4000-8000-000000000000'])
      for (const path of [detailsPath, pinPath]) {
        const reply = await askFor(path, { card });
        expect([reply.status, codeOf(reply)]).toEqual([404, 'card.not.found']);
      }
  });

  it('of a card whose profile is deactivated answer 401', async () => {
    const { profileId, token: card } = demoCards.active;
    const body = { currentState: 'DEACTIVATED' };
    await wise.ask('PUT', `/_emulator/profiles/${profileId}/state`, { body });
    expect((await askFor(detailsPath, { card })).status).toBe(401);
  });

  it.each([null, '', 'nonsense', `${demoCards.active.token}0`])(
    'with the header %j answer 400',
    async (card) => {
      expect((await askFor(detailsPath, { card })).status).toBe(400);
    },
  );

  it.each([2, 0, '1', null])('with key version %j answer 400', async (keyVersion) => {
    const encryptedPayload = makeRequestJwe(privateKey);
    expect((await askFor(detailsPath, { body: { keyVersion, encryptedPayload } })).status).toBe(400);
  });

  it('with a body that lacks something answer 400', async () => {
    const encryptedPayload = makeRequestJwe(privateKey);
    for (const body of [{}, { keyVersion: 1 }, { encryptedPayload }, { keyVersion: 1, encryptedPayload: '' }])
      expect((await askFor(pinPath, { body })).status).toBe(400);
  });

  it('with a payload that is no JWE, or whose tag is wrong, answer 400', async () => {
    const wrongIv = makeRequestJwe(privateKey, { iv: randomBytes(16) });
    const wrongTag = makeRequestJwe(privateKey, { plaintext: '{}' }).replace(
      /[^.]+$/,
      base64url(randomBytes(16)),
    );
    for (const jwe of ['nonsense', wrongIv, wrongTag]) {
      const reply = await askFor(detailsPath, { jwe });
      expect([reply.status, codeOf(reply)]).toEqual([400, 'encrypted.payload.invalid']);
    }
  });

  it('with a key that cannot be unwrapped answer as ever, but the reply does not open', async () => {
    const reply = await askFor(detailsPath, {}, { wrapped: randomBytes(256) });
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/jose']);
    await expect(open(reply.body)).rejects.toThrow('decryption operation failed');
  });
});

describe('tokens', () => {
  it('a client token gets 404, as if nothing were there, and none gets 401', async () => {
    const client = await wise.clientToken();
    expect((await wise.ask('GET', keyPath, { token: client })).status).toBe(404);
    expect((await wise.ask('GET', keyPath)).status).toBe(401);
    for (const path of [detailsPath, pinPath]) {
      expect((await askFor(path, { token: client })).status).toBe(404);
      expect((await askFor(path, { token: 'unknown' })).status).toBe(401);
    }
  });

  it('there is no such path under a calendar prefix', async () => {
    expect((await wise.ask('GET', `/2026Q3${keyPath}`, { token })).status).toBe(501);
  });
});
