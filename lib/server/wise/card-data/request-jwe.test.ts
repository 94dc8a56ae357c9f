import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyWrappings, makeRequestJwe } from './request-jwe.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

describe('makeRequestJwe', () => {
  it.each(keyWrappings)('%s: header, wrapped key and IV; ciphertext and tag empty', (wrapping) => {
    const { contentKey, jwe } = makeRequestJwe(publicKey, wrapping);
    const [header = '', wrapped = '', iv = '', ...rest] = jwe.split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({
      alg: wrapping,
      enc: 'A256GCM',
    });
    expect(Buffer.from(iv, 'base64url')).toHaveLength(12);
    expect(rest).toEqual(['', '']);
    expect(contentKey).toHaveLength(32);
    expect(unwrap(wrapping, Buffer.from(wrapped, 'base64url'))).toEqual(contentKey);
  });

  it('never uses a content key or an IV twice', () => {
    const made = Array.from({ length: 20 }, () => makeRequestJwe(publicKey, 'RSA1_5'));
    expect(new Set(made.map(({ contentKey }) => contentKey.toString('hex'))).size).toBe(20);
    expect(new Set(made.map(({ jwe }) => jwe.split('.')[2])).size).toBe(20);
  });
});

/** PKCS#1 v1.5 by hand: `00 02`, padding, `00`, key. */
function unwrap(wrapping: string, wrapped: Buffer): Buffer {
  if (wrapping === 'RSA-OAEP-256')
    return privateDecrypt(
      { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
      wrapped,
    );
  const block = privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, wrapped);
  expect([...block.subarray(0, 2)]).toEqual([0, 2]);
  return block.subarray(block.indexOf(0, 2) + 1);
}
