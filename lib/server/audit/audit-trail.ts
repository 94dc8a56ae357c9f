import 'server-only';
import { randomBytes } from 'node:crypto';
import { desc, sql } from 'drizzle-orm';
import { hashAuditRow, withheldDigest } from '../../format/audit-chain.ts';
import type { Database } from '../db/database.ts';
import { isStoreFault } from '../db/is-store-fault.ts';
import { auditRows } from '../db/schema/audit.ts';
import type { SubjectTexts } from './subject-texts.ts';

const chainLock = 727_002;
const mostTogether = 50;
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

interface Waiting {
  entry: AuditEntry;
  texts: Record<string, string>;
  resolve: (sequence: bigint) => void;
  reject: (error: unknown) => void;
}

/** Append-only and chained: each row carries a hash over itself and the hash of the row before. */
export class AuditTrail {
  #db: Database;
  #texts: SubjectTexts;
  #onAppend: (sequence: bigint) => void;
  #waiting: Waiting[] = [];
  #isWriting = false;

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
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entry, texts, resolve, reject });
      if (!this.#isWriting) void this.#writeWaiting();
    });
  }

  async #writeWaiting(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) await this.#answer(this.#waiting.splice(0, mostTogether));
    this.#isWriting = false;
  }

  async #answer(together: readonly Waiting[]): Promise<void> {
    try {
      const first = await this.#write(together);
      for (const [place, { resolve }] of together.entries()) {
        const sequence = first + BigInt(place);
        this.#onAppend(sequence);
        resolve(sequence);
      }
    } catch (error) {
      // What the store refused of one is no fault of the others. Where the store itself failed, they may have been written.
      if (together.length > 1 && !isStoreFault(error)) for (const one of together) await this.#answer([one]);
      else for (const { reject } of together) reject(error);
    }
  }

  /** @returns the sequence of the first; the others follow it */
  #write(together: readonly Waiting[]): Promise<bigint> {
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
    details: entry.details,
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
