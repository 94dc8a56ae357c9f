import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { ApprovalStanding } from '../../contracts/approvals.ts';
import type { Operator } from '../auth/operator.ts';
import type { Database } from '../db/database.ts';
import { approvalDecisions } from '../db/schema/approvals.ts';
import { AppError } from '../http/app-error.ts';
import type { ApprovalRow } from './kind.ts';
import { kindOf } from './registry.ts';
import { stateOf } from './state.ts';

/** How a person stands to an approval that is still pending. */
export function standingOf(operator: Operator, row: ApprovalRow, hasDecided: boolean): ApprovalStanding {
  if (row.requestedBy === operator.personId) return 'asked-by-you';
  if (row.personId === operator.personId) return 'about-you';
  if (hasDecided) return 'decided-by-you';
  const { mayDecide } = kindOf(row);
  if (mayDecide(operator, row)) return 'yours-to-decide';
  return mayDecide(operator, { ...row, amount: null, currency: null }) ? 'above-your-limit' : 'not-yours';
}

/**
 * That it still waits, and that this person may decide on it.
 * @throws AppError second_person_required, already_decided, approval_over, forbidden, above_your_limit
 */
export async function requireDecidable(tx: Database, operator: Operator, row: ApprovalRow): Promise<void> {
  const standing = standingOf(operator, row, false);
  if (standing === 'asked-by-you') throw new AppError('second_person_required');
  const state = stateOf(row);
  if (state === 'approved' || state === 'refused') throw new AppError('already_decided');
  if (state !== 'pending') throw new AppError('approval_over');
  if (standing === 'about-you')
    throw new AppError('second_person_required', { detail: 'You cannot decide on your own rights.' });
  if (standing === 'above-your-limit') throw new AppError('above_your_limit');
  if (standing !== 'yours-to-decide') throw new AppError('forbidden');
  const [own] = await tx
    .select({ at: approvalDecisions.at })
    .from(approvalDecisions)
    .where(and(eq(approvalDecisions.approvalId, row.id), eq(approvalDecisions.personId, operator.personId)));
  if (own)
    throw new AppError('second_person_required', {
      detail: 'You have agreed to this already. It needs another person besides.',
    });
}
