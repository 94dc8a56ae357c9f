import { createPublicKey } from 'node:crypto';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { josePublicKeyReply } from '../../contracts/wise/one-time-token.ts';
import {
  businessUser,
  startTestEmulator,
  type TestEmulator,
  testEncryptingKey,
  testJoseKey,
} from '../test-support.ts';

const path = '/v1/auth/jose/response/public-keys';
const good = 'algorithm=RSA_OAEP_256&scope=PAYLOAD_ENCRYPTION';

beforeAll(() => Promise.all([testEncryptingKey.current(), testJoseKey.current()]), 60_000);

let wise: TestEmulator;
let token: string;
beforeEach(async () => {
  wise = startTestEmulator();
  token = await wise.clientToken();
});

it('the key is base64 of its DER, and not the one card data is asked for with', async () => {
  for (const query of [good, `${good}&version=1`]) {
    const { body } = await wise.ask('GET', `${path}?${query}`, { token });
    const reply = josePublicKeyReply.parse(body);
    expect(reply).toMatchObject({ version: 1, scope: 'PAYLOAD_ENCRYPTION' });
    expect(reply.keyMaterial.algorithm).toBe('RSA_OAEP_256');
    const der = Buffer.from(reply.keyMaterial.keyMaterial, 'base64');
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    expect(key.equals(createPublicKey(await testJoseKey.current()))).toBe(true);
    expect(key.equals(createPublicKey(await testEncryptingKey.current()))).toBe(false);
  }
});

it.each([
  ['', 400],
  ['?algorithm=RSA_OAEP_256', 400],
  ['?algorithm=ES512&scope=PAYLOAD_SIGNING', 400],
  [`?${good}&version=2`, 404],
])('the query %j answers %i', async (query, status) => {
  expect((await wise.ask('GET', path + query, { token })).status).toBe(status);
});

it('a user’s token answers 403', async () => {
  const user = await wise.userToken(businessUser);
  expect((await wise.ask('GET', `${path}?${good}`, { token: user })).status).toBe(403);
});
