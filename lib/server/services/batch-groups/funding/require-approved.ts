import 'server-only';
import type { Operator } from '../../../auth/operator.ts';
import type { Database } from '../../../db/database.ts';
import { AppError } from '../../../http/app-error.ts';
import type { Runtime } from '../../../runtime.ts';
import type { Group } from '../run/row-outcome.ts';
import { readApprovalFacts } from './approval-facts.ts';

/**
 * Looks again, before money moves, whether enough people approved exactly this. The funder is never the only approver.
 * @param takes what it takes at most
 * @throws AppError batch_needs_approval, batch_above_ceiling, batch_funder_approved
 */
export async function requireFundingApproved(
  parts: Pick<Runtime, 'vault'>,
  db: Database,
  { personId }: Pick<Operator, 'personId'>,
  group: Group,
  takes: string,
): Promise<void> {
  const { approvers, state, why } = await readApprovalFacts(parts, db, group, takes);
  if (state === 'not-needed') return;
  if (why === 'above-ceiling') throw new AppError('batch_above_ceiling');
  if (state !== 'approved') throw new AppError('batch_needs_approval');
  if (isOnlyApprover(approvers, personId)) throw new AppError('batch_funder_approved');
}

export const isOnlyApprover = (approvers: readonly { personId: string }[], personId: string): boolean =>
  approvers.length > 0 && approvers.every((approver) => approver.personId === personId);
