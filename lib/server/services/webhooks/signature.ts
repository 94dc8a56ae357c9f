import 'server-only';
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { LRUCache } from 'lru-cache';

const keys = new LRUCache<string, KeyObject>({ max: 4 });

function keyOf(publicKeyPem: string): KeyObject {
  const known = keys.get(publicKeyPem);
  if (known) return known;
  const key = createPublicKey(publicKeyPem);
  keys.set(publicKeyPem, key);
  return key;
}

/** Wise: X-Signature-SHA256 holds base64 of RSA-SHA256 (PKCS1 v1.5) over the raw bytes of the body. */
export function isSignedBy(publicKeyPem: string, rawBody: Buffer, signature: string): boolean {
  try {
    return verify('RSA-SHA256', rawBody, keyOf(publicKeyPem), Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
