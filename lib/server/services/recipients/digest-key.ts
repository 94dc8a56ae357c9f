import 'server-only';
import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { consoleKeys } from '../../db/schema/audit.ts';
import type { Vault } from '../../vault/vault.ts';

const name = 'account-digests';
const context = { table: 'console_keys', column: 'private_key_sealed', row: name };

/** Tells whether two accounts are the same without telling which account it is. */
export type Digest = (text: string) => string;

/** Made once; the key lies sealed in the store, because accounts are few enough to be guessed without one. */
export async function readDigest(db: Database, vault: Vault): Promise<Digest> {
  const fresh = {
    name,
    keyId: randomBytes(8).toString('hex'),
    publicKey: '',
    privateKeySealed: vault.seal(randomBytes(32).toString('base64'), context),
  };
  await db.insert(consoleKeys).values(fresh).onConflictDoNothing();
  const [row] = await db.select().from(consoleKeys).where(eq(consoleKeys.name, name));
  if (!row) throw new Error('The key of account digests could not be stored');
  const key = createSecretKey(vault.open(row.privateKeySealed, context), 'base64');
  return (text) => createHmac('sha256', key).update(text).digest('base64url');
}
