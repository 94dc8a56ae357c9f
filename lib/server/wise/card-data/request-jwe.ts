import 'server-only';
import { constants, createCipheriv, type KeyObject, publicEncrypt, randomBytes } from 'node:crypto';

export const keyWrappings = ['RSA1_5', 'RSA-OAEP-256'] as const;
/** How the content key is wrapped for Wise. Documented for reading card data: RSA1_5. */
export type KeyWrapping = (typeof keyWrappings)[number];

/** Wise: always 1, beside whatever is encrypted for card data. */
export const keyVersion = 1;

export interface RequestJwe {
  /** What Wise is sent. */
  jwe: string;
  /** 32 bytes with which Wise encrypts its answer. */
  contentKey: Buffer;
}

const contentKeyBytes = 32;
const ivBytes = 12;

/**
 * What Wise is asked with, under a content key of our own with which it encrypts its answer ("direct encryption").
 * The request for card data carries the key alone: as Wise's own samples have it, ciphertext and tag are empty. No JOSE
 * library writes an empty tag or takes the content key from its caller, and jose 6 knows no RSA1_5, so the five parts are
 * joined here.
 * @param key Wise's RSA public key
 * @param plaintext what is told, where something is
 */
export function makeRequestJwe(key: KeyObject, wrapping: KeyWrapping, plaintext?: string): RequestJwe {
  const contentKey = randomBytes(contentKeyBytes);
  const wrapped =
    wrapping === 'RSA1_5'
      ? publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, contentKey)
      : publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, contentKey);
  const header = base64url(JSON.stringify({ alg: wrapping, enc: 'A256GCM' }));
  const iv = randomBytes(ivBytes);
  const sealed = plaintext === undefined ? nothing : encrypt(plaintext, contentKey, iv, header);
  const parts = [wrapped, iv, sealed.ciphertext, sealed.tag].map(base64url);
  return { jwe: [header, ...parts].join('.'), contentKey };
}

const base64url = (part: string | Buffer) => Buffer.from(part).toString('base64url');
const nothing = { ciphertext: Buffer.alloc(0), tag: Buffer.alloc(0) };

/** RFC 7516: the protected header as it is sent is the associated data. */
function encrypt(plaintext: string, contentKey: Buffer, iv: Buffer, header: string) {
  const cipher = createCipheriv('aes-256-gcm', contentKey, iv).setAAD(Buffer.from(header, 'ascii'));
  const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return { ciphertext, tag: cipher.getAuthTag() };
}
