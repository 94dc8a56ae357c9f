import { createDecipheriv, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { type KeyAlgorithm, keyAlgorithms, unwrapContentKey } from './unwrap-content-key.ts';

const ivBytes = 12;
const tagBytes = 16;

const protectedHeader = z.object({
  alg: z.enum(keyAlgorithms),
  enc: z.literal('A256GCM'),
  // Neither compressed content nor extensions that must be understood are.
  zip: z.undefined().optional(),
  crit: z.undefined().optional(),
});

/** A request's JWE that is none, or whose content was tampered with. Says nothing of what it held. */
export class RequestJweError extends Error {}

export interface RequestJwe {
  /** What the reply is to be encrypted with. */
  contentKey: Buffer;
  plaintext: Buffer;
}

function readPart(part: string): Buffer {
  // Buffer skips what is not base64url and would read a broken text as another one.
  if (!/^[\w-]*$/.test(part) || part.length % 4 === 1)
    throw new RequestJweError('A part of the JWE is not base64url');
  return Buffer.from(part, 'base64url');
}

function readHeader(part: string, algorithms: readonly KeyAlgorithm[]) {
  const text = readPart(part).toString('utf8');
  let header: unknown;
  try {
    header = JSON.parse(text);
  } catch {
    throw new RequestJweError('The header of the JWE is not JSON');
  }
  const parsed = protectedHeader.safeParse(header);
  if (!parsed.success || !algorithms.includes(parsed.data.alg))
    throw new RequestJweError('The header of the JWE names other algorithms');
  return parsed.data;
}

/**
 * Reads a compact JWE (RFC 7516 §7.1) that was encrypted to the emulator's key.
 * Wise: the samples for details and PIN end in an empty ciphertext and an empty tag; only the wrapped key matters.
 * Emulator choice: a whole JWE is taken as well, and its tag must then be right.
 * @throws {RequestJweError} when it is malformed or its tag is wrong, but not for a key that cannot be unwrapped
 */
export function readRequestJwe(
  compact: string,
  privateKey: KeyObject,
  algorithms: readonly KeyAlgorithm[] = keyAlgorithms,
): RequestJwe {
  const parts = compact.split('.');
  if (parts.length !== 5) throw new RequestJweError('A compact JWE has five parts');
  const [headerPart = '', keyPart = '', ivPart = '', ciphertextPart = '', tagPart = ''] = parts;
  const { alg } = readHeader(headerPart, algorithms);
  const wrapped = readPart(keyPart);
  const iv = readPart(ivPart);
  const ciphertext = readPart(ciphertextPart);
  const tag = readPart(tagPart);
  const isKeyAlone = ciphertext.length === 0 && tag.length === 0;
  if (iv.length !== ivBytes) throw new RequestJweError(`The IV is not of ${ivBytes} bytes`);
  if (!isKeyAlone && tag.length !== tagBytes)
    throw new RequestJweError(`The tag is not of ${tagBytes} bytes`);

  const contentKey = unwrapContentKey(alg, wrapped, privateKey);
  if (isKeyAlone) return { contentKey, plaintext: Buffer.alloc(0) };
  const decipher = createDecipheriv('aes-256-gcm', contentKey, iv, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(headerPart, 'ascii')).setAuthTag(tag);
  try {
    return { contentKey, plaintext: Buffer.concat([decipher.update(ciphertext), decipher.final()]) };
  } catch {
    throw new RequestJweError('The tag of the JWE is wrong');
  }
}
