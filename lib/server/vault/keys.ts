import 'server-only';

export interface VaultKey {
  id: string;
  bytes: Buffer;
}

const keyBytes = 32;
const keyId = /^[A-Za-z0-9_-]{1,32}$/;
const base64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

/**
 * Reads `id:base64[,id:base64]`, 32 bytes each. The first encrypts, all decrypt.
 * @throws Error naming the entry at fault by its place and id, never its key.
 */
export function parseVaultKeys(text: string): VaultKey[] {
  const keys = text.split(',').map((entry, index) => parseEntry(entry.trim(), `key ${index + 1}`));
  for (const [index, key] of keys.entries()) {
    if (keys.findIndex((other) => other.id === key.id) !== index) {
      throw new Error(`key ${index + 1} ("${key.id}"): this id stands twice`);
    }
  }
  return keys;
}

function parseEntry(entry: string, place: string): VaultKey {
  const colon = entry.indexOf(':');
  if (colon < 1) throw new Error(`${place}: expected id:base64`);
  const id = entry.slice(0, colon);
  const encoded = entry.slice(colon + 1);
  if (!keyId.test(id)) throw new Error(`${place}: the id takes letters, digits, "-" and "_", at most 32`);
  const bytes = base64.test(encoded) ? Buffer.from(encoded, 'base64') : Buffer.alloc(0);
  if (bytes.length !== keyBytes) throw new Error(`${place} ("${id}"): expected 32 bytes in base64`);
  return { id, bytes };
}
