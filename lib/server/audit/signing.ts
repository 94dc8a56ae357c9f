import 'server-only';
import type { AuditHead } from '../../contracts/audit.ts';
import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import type { Logger } from 'pino';
import type { Database } from '../db/database.ts';
import { auditHeads, auditRows, consoleKeys } from '../db/schema/audit.ts';
import type { Vault } from '../vault/vault.ts';

const name = 'audit';
const context = { table: 'console_keys', column: 'private_key_sealed', row: name };

export interface AuditPublicKey {
  publicKey: string;
  keyId: string;
}

/** The console's Ed25519 key, made once; its private half lies sealed in the store. */
export async function readAuditKey(
  db: Database,
  vault: Vault,
): Promise<AuditPublicKey & { privateKey: string }> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const keyId = createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
  const fresh = { name, keyId, publicKey, privateKeySealed: vault.seal(privateKey, context) };
  await db.insert(consoleKeys).values(fresh).onConflictDoNothing();
  const [row] = await db.select().from(consoleKeys).where(eq(consoleKeys.name, name));
  if (!row) throw new Error('The audit key could not be stored');
  return {
    keyId: row.keyId,
    publicKey: row.publicKey,
    privateKey: vault.open(row.privateKeySealed, context),
  };
}

/** Signs the newest row, so that whoever holds the head notices a row that is changed or cut off later. */
export async function signAuditHead(db: Database, vault: Vault, log: Logger): Promise<void> {
  const [last] = await db
    .select({ sequence: auditRows.sequence, hash: auditRows.hash })
    .from(auditRows)
    .orderBy(desc(auditRows.sequence))
    .limit(1);
  if (!last) return;
  const key = await readAuditKey(db, vault);
  const signature = sign(
    null,
    Buffer.from(`${last.sequence}:${last.hash}`),
    createPrivateKey(key.privateKey),
  ).toString('base64');
  const [stored] = await db
    .insert(auditHeads)
    .values({ ...last, signedAt: new Date(), signature, keyId: key.keyId })
    .onConflictDoNothing()
    .returning();
  if (stored) {
    log.info(
      { sequence: last.sequence.toString(), hash: last.hash, signature, keyId: key.keyId },
      'audit head signed',
    );
  }
}

/** The newest signed head, for whoever keeps it outside the console. */
export async function readAuditHead(db: Database, vault: Vault): Promise<AuditHead> {
  const { publicKey, keyId } = await readAuditKey(db, vault);
  const [head] = await db.select().from(auditHeads).orderBy(desc(auditHeads.sequence)).limit(1);
  return {
    sequence: head?.sequence.toString() ?? '0',
    hash: head?.hash ?? '',
    signedAt: head?.signedAt.toISOString() ?? null,
    signature: head?.signature ?? null,
    publicKey,
    keyId,
  };
}
