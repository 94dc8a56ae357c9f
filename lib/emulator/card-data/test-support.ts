import {
  constants,
  createCipheriv,
  createPublicKey,
  type KeyObject,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import type { KeyAlgorithm } from './unwrap-content-key.ts';

export const base64url = (content: string | Buffer) => Buffer.from(content).toString('base64url');

const paddings = {
  RSA1_5: { padding: constants.RSA_PKCS1_PADDING },
  'RSA-OAEP-256': { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
};

export interface RequestJweParts {
  algorithm?: KeyAlgorithm;
  contentKey?: Buffer;
  header?: object | string;
  /** In place of the content key, wrapped. */
  wrapped?: Buffer;
  iv?: Buffer;
  /** Left out: no ciphertext and no tag, as Wise's samples. */
  plaintext?: string;
}

/** A request's JWE, part by part, as a client of Wise's makes it; any part may be a wrong one. */
export function makeRequestJwe(privateKey: KeyObject, parts: RequestJweParts = {}): string {
  const { algorithm = 'RSA1_5', contentKey = randomBytes(32), iv = randomBytes(12), plaintext } = parts;
  const { header = { alg: algorithm, enc: 'A256GCM' } } = parts;
  const protectedHeader = base64url(typeof header === 'string' ? header : JSON.stringify(header));
  const key = createPublicKey(privateKey);
  const wrapped = parts.wrapped ?? publicEncrypt({ key, ...paddings[algorithm] }, contentKey);
  const begin = [protectedHeader, base64url(wrapped), base64url(iv)].join('.');
  if (plaintext === undefined) return `${begin}..`;
  const cipher = createCipheriv('aes-256-gcm', contentKey, iv);
  cipher.setAAD(Buffer.from(protectedHeader, 'ascii'));
  const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return `${begin}.${base64url(ciphertext)}.${base64url(cipher.getAuthTag())}`;
}
