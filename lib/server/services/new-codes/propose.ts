import 'server-only';
import { eq } from 'drizzle-orm';
import type { CodeClassification } from '../../../contracts/new-codes.ts';
import { newCodesClassify } from '../../approvals/kinds/new-codes-classify.ts';
import { requestApproval } from '../../approvals/request.ts';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { metCodes } from '../../db/schema/new-codes.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { describeClassification } from './describe-classification.ts';
import { readNewest } from './read-classifications.ts';
import { requireClassifiable } from './require-classifiable.ts';

/** What approvals about a code hang on. */
export const newCodeResource = 'new-code';

interface Proposal {
  code: string;
  /** Of its classification as it was read; 0 where it had none. */
  version: number;
  /** Null to take it back. */
  classification: CodeClassification | null;
}

/**
 * Asks a second person of compliance; until then everything stays as it is.
 * @returns the approval's id
 * @throws AppError not_found for a code no payment came with; conflict where it is no longer as it was read, a change waits,
 * or nothing would change; validation_failed for a level that it cannot have
 */
export async function proposeClassification(
  parts: Pick<Runtime, 'store' | 'vault'>,
  operator: Operator,
  { classification, code, version }: Proposal,
): Promise<string> {
  return parts.store.db.transaction(async (tx) => {
    await requireMet(tx, code);
    requireClassifiable(code, classification);
    const newest = await readNewest(tx, code);
    if ((newest?.version ?? 0) !== version) throw new AppError('conflict');
    const lines = linesOf(newest?.classification ?? null, classification);
    if (lines.length === 0) throw new AppError('conflict', { detail: 'The code is like that already.' });
    const { approvalId } = await requestApproval(parts, tx, newCodesClassify, {
      operator,
      content: { code, version, classification },
      subject: code,
      lines,
      resource: { type: newCodeResource, id: code },
      audience: 'compliance',
      alone: 'of-resource',
    });
    return approvalId;
  });
}

async function requireMet(tx: Database, code: string): Promise<void> {
  const [met] = await tx.select().from(metCodes).where(eq(metCodes.code, code));
  if (!met) throw new AppError('not_found');
}

/** What the second person agrees to; nothing where nothing would change. */
function linesOf(before: CodeClassification | null, after: CodeClassification | null): string[] {
  if (after === null)
    return before === null
      ? []
      : [
          'What it means is taken back: nobody but compliance reads it any more.',
          ...describeClassification(before),
        ];
  const was = before === null ? [] : describeClassification(before);
  const willBe = describeClassification(after);
  if (willBe.join() === was.join()) return [];
  return willBe.map((line, place) => {
    const earlier = was[place];
    return earlier === undefined || earlier === line ? line : `${line} Before: ${earlier}`;
  });
}
