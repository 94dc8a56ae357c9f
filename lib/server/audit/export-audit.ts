import 'server-only';
import { and, asc, desc, gt, lte } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { auditHeads, auditRows } from '../db/schema/audit.ts';
import type { AuditPublicKey } from './signing.ts';
import { isActorWithheld } from './read-audit.ts';

const rowsPerRead = 1000;

/**
 * The trail as JSON lines, up to the newest signed head: a header, every row in order, each signed head after the row it
 * signs. `npm run verify-audit` checks it offline.
 */
export async function* exportAudit(db: Database, key: AuditPublicKey): AsyncGenerator<string> {
  const [newest] = await db.select().from(auditHeads).orderBy(desc(auditHeads.sequence)).limit(1);
  const until = newest?.sequence ?? 0n;
  yield line({
    kind: 'header',
    format: 1,
    publicKey: key.publicKey,
    keyId: key.keyId,
    exportedAt: new Date().toISOString(),
    rows: Number(until),
  });
  const heads = new Map(
    (await db.select().from(auditHeads).where(lte(auditHeads.sequence, until))).map((head) => [
      head.sequence,
      head,
    ]),
  );
  for (let last = 0n; last < until; ) {
    const rows = await db
      .select({ stored: auditRows, isWithheld: isActorWithheld })
      .from(auditRows)
      .where(and(gt(auditRows.sequence, last), lte(auditRows.sequence, until)))
      .orderBy(asc(auditRows.sequence))
      .limit(rowsPerRead);
    if (rows.length === 0) return;
    for (const { isWithheld, stored } of rows) {
      const { salt, actorId, actorRole, ...row } = stored;
      last = row.sequence;
      yield line({
        kind: 'row',
        ...row,
        sequence: row.sequence.toString(),
        intentSequence: row.intentSequence?.toString() ?? null,
        withheld: isWithheld ? null : { actorId, actorRole, salt },
      });
      const head = heads.get(row.sequence);
      if (head) {
        const { sequence, hash, signedAt, signature } = head;
        yield line({
          kind: 'head',
          sequence: sequence.toString(),
          hash,
          signedAt: signedAt.toISOString(),
          signature,
        });
      }
    }
  }
}

const line = (value: object) => `${JSON.stringify(value)}\n`;
