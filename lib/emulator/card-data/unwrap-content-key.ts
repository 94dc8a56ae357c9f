import { constants, type KeyObject, privateDecrypt, randomBytes } from 'node:crypto';

/** Wise: AES-256. */
const contentKeyBytes = 32;

/** Wise's guide names RSA1_5; its sample for a preset PIN has RSA-OAEP-256. */
export const keyAlgorithms = ['RSA1_5', 'RSA-OAEP-256'] as const;
export type KeyAlgorithm = (typeof keyAlgorithms)[number];

/**
 * RFC 8017 §7.2.2: 00 02, bytes that are not 0, 00, the key. The key's length is known, so each part has a fixed
 * place, and all of it is looked at before anything is decided.
 */
function takeOffPadding(block: Buffer): Buffer | null {
  const separator = block.length - contentKeyBytes - 1;
  let faults = (block[0] ?? 1) | ((block[1] ?? 0) ^ 2) | (block[separator] ?? 1);
  for (const byte of block.subarray(2, separator)) faults |= Number(byte === 0);
  return faults === 0 ? block.subarray(separator + 1) : null;
}

function unwrap(algorithm: KeyAlgorithm, wrapped: Buffer, key: KeyObject): Buffer | null {
  try {
    // Node refuses to take PKCS #1 v1.5 padding off by itself, because its answers would tell good padding from bad.
    if (algorithm === 'RSA1_5')
      return takeOffPadding(privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, wrapped));
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    const contentKey = privateDecrypt({ key, padding, oaepHash: 'sha256' }, wrapped);
    return contentKey.length === contentKeyBytes ? contentKey : null;
  } catch {
    return null;
  }
}

/** RFC 7516 §11.5: a key that cannot be unwrapped, whatever the fault, is replaced by a random one, and nobody is told. */
export function unwrapContentKey(algorithm: KeyAlgorithm, wrapped: Buffer, privateKey: KeyObject): Buffer {
  const random = randomBytes(contentKeyBytes);
  return unwrap(algorithm, wrapped, privateKey) ?? random;
}
