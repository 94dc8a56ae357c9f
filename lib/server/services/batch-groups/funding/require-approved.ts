import 'server-only';
import { recordForDay } from '../../../approvals/rules.ts';
import type { Operator } from '../../../auth/operator.ts';
import { AppError } from '../../../http/app-error.ts';
import type { Runtime } from '../../../runtime.ts';
import type { Group } from '../run/row-outcome.ts';
import { readApprovalFacts, submittedOf } from './approval-facts.ts';

/**
 * Looks again, before money moves, whether enough people approved exactly this. The funder is never the only approver. A
 * group made elsewhere is submitted by it: it counts towards the day of whoever took it into the register.
 * @param takes what it takes at most
 * @throws AppError batch_needs_approval, batch_above_ceiling, batch_funder_approved
 */
export async function requireFundingApproved(
  parts: Pick<Runtime, 'store' | 'vault'>,
  { personId }: Pick<Operator, 'personId'>,
  group: Group,
  takes: string,
): Promise<void> {
  await parts.store.db.transaction(async (tx) => {
    if (group.origin === 'wise') await recordForDay(tx, submittedOf(group, takes));
    const { approvers, state, why } = await readApprovalFacts(parts, tx, group, takes);
    if (state === 'not-needed') return;
    if (why === 'above-ceiling') throw new AppError('batch_above_ceiling');
    if (state !== 'approved') throw new AppError('batch_needs_approval');
    if (isOnlyApprover(approvers, personId)) throw new AppError('batch_funder_approved');
  });
}

export const isOnlyApprover = (approvers: readonly { personId: string }[], personId: string): boolean =>
  approvers.length > 0 && approvers.every((approver) => approver.personId === personId);
