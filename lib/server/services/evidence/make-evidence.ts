import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { makeEvidenceBody } from '../../../contracts/evidence.schema.ts';
import { packEvidence } from '../../../format/evidence-package.ts';
import { readAuditKey } from '../../audit/signing.ts';
import type { Operator } from '../../auth/operator.ts';
import { evidencePackages, evidenceTransactions } from '../../db/schema/evidence.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { bytesResponse } from '../../http/file-response.ts';
import type { Runtime } from '../../runtime.ts';
import { readCase } from '../cases/read-case.ts';
import { sealEvidenceContent } from './content.ts';
import type { Evidence, EvidenceCase } from './evidence.ts';
import { readEvidenceTransactions, type TransactionRef } from './read-transactions.ts';
import { writeEvidenceFiles } from './write-files.ts';

type Parts = Pick<Runtime, 'store' | 'texts' | 'vault'>;
type Asked = z.output<typeof makeEvidenceBody>;
type Note = (details: Record<string, unknown>) => void;

/** A case, its payment and those that belong to it. @throws AppError not_found */
export async function makeCaseEvidence(
  parts: Parts,
  operator: Operator,
  caseId: string,
  asked: Asked,
  note: Note,
): Promise<Response> {
  const asOf = new Date().toISOString();
  const {
    asOf: _asOf,
    colleagues: _colleagues,
    transaction: _transaction,
    version: _version,
    ...found
  } = await readCase(parts, operator, caseId);
  const refs = [{ profileId: found.profileId, id: found.transactionId }, ...found.related];
  return makeEvidence(parts, operator, { asked, asOf, found, refs, note });
}

/** @throws AppError validation_failed where one of them is not in the archive */
export const makeTransactionEvidence = (
  parts: Parts,
  operator: Operator,
  { transactions: refs, ...asked }: Asked & { transactions: TransactionRef[] },
  note: Note,
): Promise<Response> =>
  makeEvidence(parts, operator, { asked, asOf: new Date().toISOString(), found: null, refs, note });

interface Wanted {
  asked: Asked;
  asOf: string;
  found: EvidenceCase | null;
  refs: TransactionRef[];
  note: Note;
}

/** What leaves is on the list before it leaves. */
async function makeEvidence(
  { store: { db }, vault }: Parts,
  operator: Operator,
  { asked, asOf, found, note, refs }: Wanted,
): Promise<Response> {
  const key = await readAuditKey(db, vault);
  const evidence: Evidence = {
    id: randomUUID(),
    asOf,
    madeBy: operator.name,
    ...asked,
    keyId: key.keyId,
    case: found,
    transactions: await readEvidenceTransactions(db, operator, refs),
  };
  const { id, transactions } = evidence;
  const files = await writeEvidenceFiles(evidence);
  const { keyId, sha256, zip } = packEvidence(files, { evidenceId: id, madeAt: asOf }, key);
  note({ evidenceId: id, sha256, transactions: transactions.length });
  await db.transaction(async (tx) => {
    await tx.insert(evidencePackages).values({
      id,
      madeAt: new Date(asOf),
      personId: operator.personId,
      caseId: found?.id ?? null,
      size: zip.length,
      sha256,
      keyId,
      contentSealed: sealEvidenceContent(vault, id, asked),
    });
    await tx.insert(evidenceTransactions).values(
      transactions.map((one) => ({
        evidenceId: id,
        profileId: one.profileId,
        transactionId: one.id,
        createdAt: new Date(one.creationTime),
      })),
    );
    await publishEvent(tx, { type: 'cases.changed' });
  });
  return bytesResponse(zip, 'application/zip', `evidence-${id.slice(0, 8)}.zip`);
}
