import { spawnSync } from 'node:child_process';
import {
  constants,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import { CompactEncrypt } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { testEncryptingKey } from '../test-support.ts';
import { RequestJweError, readRequestJwe } from './request-jwe.ts';
import { base64url, makeRequestJwe } from './test-support.ts';
import { keyAlgorithms } from './unwrap-content-key.ts';

let privateKey: KeyObject;
beforeAll(async () => {
  privateKey = await testEncryptingKey.current();
}, 60_000);
const contentKey = randomBytes(32);

describe.each(keyAlgorithms)('%s', (algorithm) => {
  it('a wrapped key alone is read, as Wise’s samples have it', () => {
    const jwe = makeRequestJwe(privateKey, { algorithm, contentKey });
    expect(jwe).toMatch(/\.\.$/);
    const read = readRequestJwe(jwe, privateKey);
    expect([read.contentKey.equals(contentKey), read.plaintext.length]).toEqual([true, 0]);
  });

  it.each(['{"pin":"1234"}', '{}', ''])('a whole JWE of %j is read', (plaintext) => {
    const read = readRequestJwe(makeRequestJwe(privateKey, { algorithm, contentKey, plaintext }), privateKey);
    expect([read.contentKey.equals(contentKey), read.plaintext.toString()]).toEqual([true, plaintext]);
  });

  it('a part that was changed on the way fails the tag', () => {
    const parts = makeRequestJwe(privateKey, { algorithm, contentKey, plaintext: '{"pin":"1234"}' }).split(
      '.',
    );
    const flipped = (part = '') => {
      const bytes = Buffer.from(part, 'base64url');
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      return base64url(bytes);
    };
    const header = base64url(JSON.stringify({ enc: 'A256GCM', alg: algorithm }));
    for (const [at, part] of [header, ...parts.slice(1).map(flipped)].entries())
      expect(() => readRequestJwe(parts.with(at, part).join('.'), privateKey)).toThrow(
        new RequestJweError('The tag of the JWE is wrong'),
      );
  });
});

it('what another library encrypts with RSA-OAEP-256 is read', async () => {
  const jwe = await new CompactEncrypt(Buffer.from('{}'))
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM' })
    .encrypt(createPublicKey(privateKey));
  expect(readRequestJwe(jwe, privateKey).plaintext.toString()).toBe('{}');
});

it('what another library encrypts with RSA1_5 is read', ({ skip }) => {
  const script = `
import sys
from jwcrypto import jwe, jwk
key = jwk.JWK.from_pem(sys.stdin.buffer.read())
header = '{"alg":"RSA1_5","enc":"A256GCM"}'
made = jwe.JWE(b'{}', header, recipient=key, algs=['RSA1_5', 'A256GCM'])
print(made.serialize(compact=True))`;
  if (spawnSync('python3', ['-c', 'import jwcrypto']).status !== 0) skip('python3 has no jwcrypto here');
  const input = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' });
  const { stderr, stdout } = spawnSync('python3', ['-c', script], { input, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(readRequestJwe(stdout.trim(), privateKey).plaintext.toString()).toBe('{}');
});

describe('a key that cannot be unwrapped', () => {
  const good = () => Buffer.concat([Buffer.from([0, 2]), Buffer.alloc(221, 7), Buffer.from([0]), contentKey]);
  const changed = (at: number, byte: number) => {
    const block = good();
    block[at] = byte;
    return block;
  };
  const encryptRaw = (block: Buffer) =>
    publicEncrypt({ key: createPublicKey(privateKey), padding: constants.RSA_NO_PADDING }, block);
  const pkcs1 = (content: Buffer) =>
    publicEncrypt({ key: createPublicKey(privateKey), padding: constants.RSA_PKCS1_PADDING }, content);
  const expectRandom = (wrapped: Buffer, algorithm: (typeof keyAlgorithms)[number] = 'RSA1_5') => {
    const jwe = makeRequestJwe(privateKey, { algorithm, wrapped });
    const [first, second] = [readRequestJwe(jwe, privateKey), readRequestJwe(jwe, privateKey)];
    expect(first.contentKey).toHaveLength(32);
    expect(first.contentKey.equals(second.contentKey)).toBe(false);
    const whole = makeRequestJwe(privateKey, { algorithm, contentKey, wrapped, plaintext: '{}' });
    expect(() => readRequestJwe(whole, privateKey)).toThrow(
      new RequestJweError('The tag of the JWE is wrong'),
    );
  };

  it('is told from a good one by nothing but the padding', () => {
    const jwe = makeRequestJwe(privateKey, { wrapped: encryptRaw(good()) });
    expect(readRequestJwe(jwe, privateKey).contentKey.equals(contentKey)).toBe(true);
  });

  it.each([
    ['does not begin with 0', 0, 1],
    ['is of another block type', 1, 1],
    ['has a 0 at the beginning of its padding', 2, 0],
    ['has a 0 at the end of its padding', 222, 0],
    ['has no 0 before the key', 223, 1],
  ])('because it %s counts as a random one', (_, at, byte) => {
    expectRandom(encryptRaw(changed(at, byte)));
  });

  it.each([0, 16, 31, 33, 64])('because it has %i bytes counts as a random one', (length) => {
    expectRandom(pkcs1(randomBytes(length)));
  });

  it('because it is too short, too long or no number of this key counts as a random one', () => {
    for (const wrapped of [
      Buffer.alloc(0),
      Buffer.alloc(10, 1),
      Buffer.alloc(257, 1),
      Buffer.alloc(256, 255),
    ])
      for (const algorithm of keyAlgorithms) expectRandom(wrapped, algorithm);
  });

  it('because it is wrapped otherwise than RSA-OAEP-256 counts as a random one', () => {
    const key = createPublicKey(privateKey);
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    expectRandom(publicEncrypt({ key, padding, oaepHash: 'sha1' }, contentKey), 'RSA-OAEP-256');
    expectRandom(publicEncrypt({ key, padding, oaepHash: 'sha256' }, randomBytes(16)), 'RSA-OAEP-256');
    expectRandom(pkcs1(contentKey), 'RSA-OAEP-256');
  });

  it('because it is for another key counts as a random one', () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    for (const algorithm of keyAlgorithms) {
      const jwe = makeRequestJwe(other, { algorithm, contentKey });
      expect(readRequestJwe(jwe, privateKey).contentKey.equals(contentKey)).toBe(false);
    }
  }, 60_000);
});

describe('what is no JWE', () => {
  const header = { alg: 'RSA1_5', enc: 'A256GCM' };

  it.each([
    ['RSA-OAEP', { ...header, alg: 'RSA-OAEP' }],
    ['dir', { ...header, alg: 'dir' }],
    ['no alg', { enc: 'A256GCM' }],
    ['A128GCM', { ...header, enc: 'A128GCM' }],
    ['A256CBC-HS512', { ...header, enc: 'A256CBC-HS512' }],
    ['no enc', { alg: 'RSA1_5' }],
    ['zip', { ...header, zip: 'DEF' }],
    ['crit', { ...header, crit: ['exp'] }],
    ['a list', []],
    ['no JSON', '{'],
    ['nothing', ''],
  ])('a header with %s is refused', (_, wrong) => {
    expect(() => readRequestJwe(makeRequestJwe(privateKey, { header: wrong }), privateKey)).toThrow(
      RequestJweError,
    );
  });

  it('a header may say more than it must', () => {
    const jwe = makeRequestJwe(privateKey, { contentKey, header: { ...header, kid: '1', typ: 'JWE' } });
    expect(readRequestJwe(jwe, privateKey).contentKey.equals(contentKey)).toBe(true);
  });

  it.each([0, 11, 13, 16])('an IV of %i bytes is refused', (length) => {
    const jwe = makeRequestJwe(privateKey, { iv: Buffer.alloc(length) });
    expect(() => readRequestJwe(jwe, privateKey)).toThrow('The IV is not of 12 bytes');
  });

  it('a ciphertext without a tag, and a tag that was cut, are refused', () => {
    const [head, wrapped, iv, ciphertext, tag = ''] = makeRequestJwe(privateKey, {
      contentKey,
      plaintext: '{}',
    }).split('.');
    const cut = Buffer.from(tag, 'base64url').subarray(0, 12).toString('base64url');
    for (const wrong of ['', cut])
      expect(() => readRequestJwe([head, wrapped, iv, ciphertext, wrong].join('.'), privateKey)).toThrow(
        'The tag is not of 16 bytes',
      );
  });

  it('fewer or more than five parts, and signs outside base64url, are refused', () => {
    const jwe = makeRequestJwe(privateKey);
    const [head, wrapped = ''] = jwe.split('.');
    for (const wrong of ['', 'nonsense', '....', jwe.slice(0, -1), `${jwe}.`, ` ${jwe}`, `${jwe}=`])
      expect(() => readRequestJwe(wrong, privateKey)).toThrow(RequestJweError);
    for (const sign of ['+', '/', '=', ' ', 'é'])
      expect(() =>
        readRequestJwe(jwe.replace(`${head}.${wrapped}`, `${head}.${sign}${wrapped}`), privateKey),
      ).toThrow('A part of the JWE is not base64url');
  });
});
