import 'server-only';
import { and, eq } from 'drizzle-orm';
import { can } from '../../catalogues/console-permissions.ts';
import type { Session } from '../../contracts/session.ts';
import { findPerson } from '../auth/find-person.ts';
import { approvalDecisions, approvals } from '../db/schema/approvals.ts';
import { runtime } from '../runtime.ts';
import { standingOf } from './require-decidable.ts';
import { isPending } from './state.ts';
import { visibleTo } from './visible.ts';

/** How many approvals wait for this very person: what they may decide and have not. Undefined for who may not decide at all. */
export async function countApprovalsWaitingFor({ person }: Session): Promise<number | undefined> {
  const { store } = await runtime();
  const operator = await findPerson(store.db, person.id);
  if (!operator || !can(operator, 'approvals.decide')) return undefined;
  const rows = await store.db
    .select({ row: approvals, ownDecision: approvalDecisions.decision })
    .from(approvals)
    .leftJoin(
      approvalDecisions,
      and(eq(approvalDecisions.approvalId, approvals.id), eq(approvalDecisions.personId, person.id)),
    )
    .where(and(isPending, visibleTo(operator)));
  return rows.filter(
    ({ ownDecision, row }) => standingOf(operator, row, ownDecision !== null) === 'yours-to-decide',
  ).length;
}
