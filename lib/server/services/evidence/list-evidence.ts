import 'server-only';
import { and, asc, count, eq, gt, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { EvidenceDetail, EvidenceList, EvidenceRecord } from '../../../contracts/evidence.ts';
import type { evidenceQuery } from '../../../contracts/evidence.schema.ts';
import { readAuditKey } from '../../audit/signing.ts';
import type { Database } from '../../db/database.ts';
import { evidencePackages, evidenceTransactions } from '../../db/schema/evidence.ts';
import { people } from '../../db/schema/staff.ts';
import { cardTransactions } from '../../db/schema/transactions.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { afterCursor, byMoment, inOrder, writeCursor } from '../keyset.ts';
import { openEvidenceContent } from './content.ts';

type Parts = Pick<Runtime, 'store' | 'vault'>;
const byMade = byMoment(evidencePackages.madeAt);
const newestFirst = { ...byMade, key: evidencePackages.id, isDescending: true };

const isTheSame = and(
  eq(cardTransactions.createdAt, evidenceTransactions.createdAt),
  eq(cardTransactions.transactionId, evidenceTransactions.transactionId),
  eq(cardTransactions.profileId, evidenceTransactions.profileId),
);
const hasChanged = gt(cardTransactions.changedAt, evidencePackages.madeAt);

const selectPackages = (db: Database) =>
  db
    .select({
      row: evidencePackages,
      by: people.name,
      made: byMade.held,
      transactions: db.$count(evidenceTransactions, eq(evidenceTransactions.evidenceId, evidencePackages.id)),
      changedSince: sql<number>`(select count(*)::int from ${evidenceTransactions}
        join ${cardTransactions} on ${isTheSame}
        where ${evidenceTransactions.evidenceId} = ${evidencePackages.id} and ${hasChanged})`,
    })
    .from(evidencePackages)
    .innerJoin(people, eq(people.id, evidencePackages.personId));
type Selected = Awaited<ReturnType<typeof selectPackages>>[number];

/** What left, the newest first. @throws AppError validation_failed */
export async function listEvidence(
  { store: { db }, vault }: Parts,
  { caseId, cursor, limit }: z.output<typeof evidenceQuery>,
): Promise<EvidenceList> {
  const isWanted: SQL | undefined = caseId ? eq(evidencePackages.caseId, caseId) : undefined;
  const [rows, [counted], { keyId, publicKey }] = await Promise.all([
    selectPackages(db)
      .where(and(isWanted, afterCursor(cursor, newestFirst)))
      .orderBy(...inOrder(newestFirst))
      .limit(limit + 1),
    db.select({ total: count() }).from(evidencePackages).where(isWanted),
    readAuditKey(db, vault),
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map((one) => toRecord({ vault }, one)),
    nextCursor: last ? writeCursor(last.made, last.row.id) : null,
    total: counted?.total ?? 0,
    asOf: new Date().toISOString(),
    key: { keyId, publicKey },
  };
}

/** One with all of its transactions. @throws AppError not_found */
export async function readEvidence(
  { store: { db }, vault }: Parts,
  evidenceId: string,
): Promise<EvidenceDetail> {
  const isIt = eq(evidencePackages.id, evidenceId);
  const [[found], items] = await Promise.all([
    selectPackages(db).where(isIt),
    db
      .select({ row: evidenceTransactions, hasChanged: sql<boolean>`coalesce(${hasChanged}, false)` })
      .from(evidenceTransactions)
      .innerJoin(evidencePackages, eq(evidencePackages.id, evidenceTransactions.evidenceId))
      .leftJoin(cardTransactions, isTheSame)
      .where(isIt)
      .orderBy(asc(evidenceTransactions.createdAt), asc(evidenceTransactions.transactionId)),
  ]);
  if (!found) throw new AppError('not_found');
  return {
    ...toRecord({ vault }, found),
    items: items.map(({ hasChanged: isOtherNow, row }) => ({
      profileId: row.profileId,
      id: row.transactionId,
      creationTime: row.createdAt.toISOString(),
      hasChanged: isOtherNow,
    })),
    asOf: new Date().toISOString(),
  };
}

function toRecord(
  { vault }: Pick<Runtime, 'vault'>,
  { by, changedSince, row, transactions }: Selected,
): EvidenceRecord {
  const { caseId, id, keyId, madeAt, sha256, size } = row;
  return {
    id,
    madeAt: madeAt.toISOString(),
    by,
    ...openEvidenceContent(vault, id, row.contentSealed),
    caseId,
    transactions,
    changedSince,
    size,
    sha256,
    keyId,
  };
}
