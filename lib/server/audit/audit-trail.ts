import 'server-only';
import { randomBytes } from 'node:crypto';
import { desc, sql } from 'drizzle-orm';
import { hashAuditRow, withheldDigest } from '../../format/audit-chain.ts';
import type { Database } from '../db/database.ts';
import { auditRows } from '../db/schema/audit.ts';
import { WritesTogether } from '../db/writes-together.ts';
import type { SubjectTexts } from './subject-texts.ts';

const chainLock = 727_002;
export const firstPreviousHash = '0'.repeat(64);

export interface AuditEntry {
  /** `intent` before an act, `outcome` after it, `reconciled` once reading Wise told what became of it, `event` for what just happens. */
  phase: 'intent' | 'outcome' | 'reconciled' | 'event';
  action: string;
  outcome?: 'succeeded' | 'failed' | 'unknown';
  errorCode?: string;
  /** null = the console itself */
  actor: { personId: string; role: string | null } | null;
  target: { type: string; id: string; profileId?: string };
  intentSequence?: bigint;
  requestId?: string;
  /** Ids and codes only; never a name, a phone number or free text. */
  details: Record<string, unknown>;
  /** Free text, kept apart under the target's own key. */
  texts?: Record<string, string>;
}

interface Sealed {
  entry: AuditEntry;
  texts: Record<string, string>;
}

/** Append-only and chained: each row carries a hash over itself and the hash of the row before. */
export class AuditTrail {
  #db: Database;
  #texts: SubjectTexts;
  #onAppend: (sequence: bigint) => void;
  #writes = new WritesTogether((together: readonly Sealed[]) => this.#write(together));

  constructor(db: Database, texts: SubjectTexts, onAppend: (sequence: bigint) => void) {
    this.#db = db;
    this.#texts = texts;
    this.#onAppend = onAppend;
  }

  /**
   * One short transaction of its own, shared with what came while the one before was being written.
   * @returns the row's sequence @throws when it could not be stored: then the act must not happen
   */
  async append(entry: AuditEntry): Promise<bigint> {
    const texts = await this.#texts.seal(entry.target.id, entry.texts ?? {});
    return this.#writes.add({ entry, texts });
  }

  /** @returns each one's sequence */
  async #write(together: readonly Sealed[]): Promise<(place: number) => bigint> {
    const first = await this.#chain(together);
    const sequenceAt = (place: number) => first + BigInt(place);
    for (const place of together.keys()) this.#onAppend(sequenceAt(place));
    return sequenceAt;
  }

  /** @returns the sequence of the first; the others follow it */
  #chain(together: readonly Sealed[]): Promise<bigint> {
    return this.#db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${chainLock})`);
      const [last] = await tx
        .select({ sequence: auditRows.sequence, hash: auditRows.hash })
        .from(auditRows)
        .orderBy(desc(auditRows.sequence))
        .limit(1);
      const first = (last?.sequence ?? 0n) + 1n;
      let previousHash = last?.hash ?? firstPreviousHash;
      const rows = together.map(({ entry }, place) => {
        const row = toRow(entry, first + BigInt(place), previousHash);
        previousHash = row.hash;
        return row;
      });
      await tx.insert(auditRows).values(rows);
      for (const [place, { entry, texts }] of together.entries())
        await this.#texts.store(tx, first + BigInt(place), entry.target.id, texts);
      return first;
    });
  }
}

/** As the store will give them back: a moment as its text, without what is undefined. Of anything else the hash would not hold. */
const asStored = (details: Record<string, unknown>): unknown => JSON.parse(JSON.stringify(details));

function toRow(entry: AuditEntry, sequence: bigint, previousHash: string): typeof auditRows.$inferInsert {
  const salt = randomBytes(16).toString('base64');
  const actorId = entry.actor?.personId ?? null;
  const actorRole = entry.actor?.role ?? null;
  const row = {
    sequence: sequence.toString(),
    at: new Date().toISOString(),
    phase: entry.phase,
    action: entry.action,
    outcome: entry.outcome ?? null,
    errorCode: entry.errorCode ?? null,
    targetType: entry.target.type,
    targetId: entry.target.id,
    profileId: entry.target.profileId ?? null,
    intentSequence: entry.intentSequence?.toString() ?? null,
    requestId: entry.requestId ?? null,
    details: asStored(entry.details),
    withheldDigest: withheldDigest({ salt, actorId, actorRole }),
    previousHash,
  };
  return {
    ...row,
    sequence,
    intentSequence: entry.intentSequence ?? null,
    actorId,
    actorRole,
    salt,
    hash: hashAuditRow(row),
  };
}
