import { createPrivateKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EncryptingKey } from '../card-data/encrypting-key.ts';
import { makeSigningKeys, readSigningKeys, type SigningKeys } from '../webhooks/signing-keys.ts';
import { writeAtomically } from './atomic-file.ts';

const readPem = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null);
const writePem = (path: string, privateKey: KeyObject) =>
  writeAtomically(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());

/** The key deliveries are signed with: made once for a folder, the same ever after. */
export function keepSigningKeys(folder: string): SigningKeys {
  const path = join(folder, 'webhook-private-key.pem');
  const pem = readPem(path);
  if (pem !== null) return readSigningKeys(pem);
  const keys = makeSigningKeys();
  writePem(path, keys.privateKey);
  return keys;
}

/**
 * A key clients encrypt to: `encrypting` for card data, `jose` for PINs and device fingerprints. The same until it is
 * rotated; a folder without one gets one at its first use.
 */
export function keepEncryptingKey(folder: string, name: 'encrypting' | 'jose'): EncryptingKey {
  const path = join(folder, `${name}-private-key.pem`);
  const pem = readPem(path);
  return new EncryptingKey(pem === null ? null : createPrivateKey(pem), (made) => writePem(path, made));
}
