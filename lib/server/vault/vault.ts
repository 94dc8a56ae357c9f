import 'server-only';
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import type { VaultKey } from './keys.ts';

/** Where a secret belongs. It opens nowhere else: a value copied to another row or column is refused. */
export interface VaultContext {
  table: string;
  column: string;
  row: string;
  profile?: string;
}

export class VaultError extends Error {
  readonly reason: 'not-sealed' | 'unknown-key' | 'tampered';

  constructor(reason: VaultError['reason'], message: string) {
    super(message);
    this.name = 'VaultError';
    this.reason = reason;
  }
}

export interface Vault {
  /** AES-256-GCM under the first key: `v1.<key id>.<iv>.<tag>.<ciphertext>`, base64url. */
  seal(plaintext: string, context: VaultContext): string;
  /** @throws VaultError when it was changed, belongs elsewhere, or its key is not among ours. */
  open(sealed: string, context: VaultContext): string;
  /** True when another key than the first one sealed it. */
  needsResealing(sealed: string): boolean;
  /** Of the first key, which seals. */
  readonly keyId: string;
  /** With which everything begins that the first key seals. */
  readonly prefix: string;
}

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

export function createVault(keys: readonly VaultKey[]): Vault {
  const [first] = keys;
  if (first === undefined) throw new Error('The vault needs at least one key');
  // Made once: Node would make a key of the bytes anew for every value.
  const keyOf = new Map(keys.map((key) => [key.id, createSecretKey(key.bytes)]));
  const firstKey = createSecretKey(first.bytes);

  return {
    seal(plaintext, context) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, firstKey, iv, { authTagLength: tagBytes });
      cipher.setAAD(associatedData(first.id, context));
      const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
      const parts = [iv, cipher.getAuthTag(), ciphertext].map((part) => part.toString('base64url'));
      return ['v1', first.id, ...parts].join('.');
    },

    open(sealed, context) {
      const { keyId, iv, tag, ciphertext } = splitSealed(sealed);
      const key = keyOf.get(keyId);
      if (key === undefined) throw new VaultError('unknown-key', `Sealed under an unknown key "${keyId}"`);
      const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes });
      decipher.setAAD(associatedData(keyId, context));
      decipher.setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
      } catch {
        throw new VaultError('tampered', `Not what was sealed for ${context.table}.${context.column}`);
      }
    },

    needsResealing: (sealed) => splitSealed(sealed).keyId !== first.id,
    keyId: first.id,
    prefix: `v1.${first.id}.`,
  };
}

/** JSON keeps the parts apart, so that no two contexts spell the same bytes. */
function associatedData(keyId: string, { table, column, row, profile }: VaultContext): Buffer {
  return Buffer.from(JSON.stringify(['v1', keyId, table, column, row, profile ?? null]), 'utf8');
}

function splitSealed(sealed: string) {
  const [version, keyId, iv, tag, ciphertext, ...rest] = sealed.split('.');
  if (version !== 'v1' || !keyId || !iv || !tag || ciphertext === undefined || rest.length > 0) {
    throw new VaultError('not-sealed', 'Not a sealed value');
  }
  const parts = {
    keyId,
    iv: Buffer.from(iv, 'base64url'),
    tag: Buffer.from(tag, 'base64url'),
    ciphertext: Buffer.from(ciphertext, 'base64url'),
  };
  if (parts.iv.length !== ivBytes || parts.tag.length !== tagBytes) {
    throw new VaultError('not-sealed', 'Not a sealed value');
  }
  return parts;
}
