import 'server-only';
import { constants, type KeyObject, publicEncrypt, randomBytes } from 'node:crypto';

export const keyWrappings = ['RSA1_5', 'RSA-OAEP-256'] as const;
/** How the content key is wrapped for Wise. Documented for reading card data: RSA1_5. */
export type KeyWrapping = (typeof keyWrappings)[number];

export interface RequestJwe {
  /** What Wise is sent. */
  jwe: string;
  /** 32 bytes with which Wise encrypts its answer. */
  contentKey: Buffer;
}

const contentKeyBytes = 32;
const ivBytes = 12;

/**
 * The request for card data, as Wise's own samples have it: the wrapped content key and an IV, ciphertext and tag empty.
 * No JOSE library writes an empty tag, and jose 6 knows no RSA1_5, so the five parts are joined here.
 * @param key Wise's RSA public key
 */
export function makeRequestJwe(key: KeyObject, wrapping: KeyWrapping): RequestJwe {
  const contentKey = randomBytes(contentKeyBytes);
  const wrapped =
    wrapping === 'RSA1_5'
      ? publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, contentKey)
      : publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, contentKey);
  const header = Buffer.from(JSON.stringify({ alg: wrapping, enc: 'A256GCM' }), 'utf8');
  const parts = [header, wrapped, randomBytes(ivBytes)].map((part) => part.toString('base64url'));
  return { jwe: `${parts.join('.')}..`, contentKey };
}
