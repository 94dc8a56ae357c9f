import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { ApprovalDetail } from '../../contracts/approvals.ts';
import type { Operator } from '../auth/operator.ts';
import { approvals } from '../db/schema/approvals.ts';
import { publishEvent } from '../events/event-hub.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import { readApproval } from './read.ts';
import { stateOf } from './state.ts';
import { kindForAudit, visibleTo } from './visible.ts';

/**
 * Takes back what one has asked for, as long as it waits.
 * @throws AppError not_found, also for another person's; already_decided, approval_over
 */
export async function withdrawApproval(
  parts: Pick<Runtime, 'store' | 'vault' | 'texts'>,
  operator: Operator,
  approvalId: string,
  note: (details: Record<string, unknown>) => void,
): Promise<ApprovalDetail> {
  await parts.store.db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(approvals)
      .where(
        and(eq(approvals.id, approvalId), eq(approvals.requestedBy, operator.personId), visibleTo(operator)),
      )
      .for('update');
    if (!row) throw new AppError('not_found');
    note(kindForAudit(row));
    const state = stateOf(row);
    if (state === 'approved' || state === 'refused') throw new AppError('already_decided');
    if (state !== 'pending') throw new AppError('approval_over');
    await tx
      .update(approvals)
      .set({ state: 'withdrawn', decidedAt: sql`now()` })
      .where(eq(approvals.id, approvalId));
    await publishEvent(tx, { type: 'approvals.changed', approvalId });
  });
  return readApproval(parts, operator, approvalId);
}
