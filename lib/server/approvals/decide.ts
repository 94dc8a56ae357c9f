import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { ApprovalDetail } from '../../contracts/approvals.ts';
import type { Operator } from '../auth/operator.ts';
import type { Database } from '../db/database.ts';
import { approvalDecisions, approvals } from '../db/schema/approvals.ts';
import { publishEvent } from '../events/event-hub.ts';
import { AppError } from '../http/app-error.ts';
import { notePlace, openAskedFor } from './content.ts';
import { readApproversOf } from './counting.ts';
import { requireItemsAccepted } from './items.ts';
import type { ApprovalEffect, ApprovalParts, ApprovalRow } from './kind.ts';
import { readApproval } from './read.ts';
import { kindOf } from './registry.ts';
import { requireDecidable } from './require-decidable.ts';
import { kindForAudit, visibleTo } from './visible.ts';

interface Decision {
  decision: 'approved' | 'refused';
  /** Why it is refused, or a word beside an approval. */
  text?: string | undefined;
}
type Note = (details: Record<string, unknown>) => void;
type AfterCommit = (parts: ApprovalParts) => Promise<ApprovalEffect>;

/**
 * Takes one person's word. The last approval that is needed does what was asked for in the same transaction, both or
 * neither; one refusal is enough to refuse. Who agreed earlier and could not any more is not counted.
 * @param note takes ids and codes for the audit row
 * @throws AppError not_found, second_person_required, already_decided, approval_over, forbidden, above_your_limit,
 * items_not_accepted, and whatever forbids the act itself
 */
export async function decideApproval(
  parts: ApprovalParts,
  operator: Operator,
  approvalId: string,
  { decision, text }: Decision,
  note: Note,
): Promise<{ approval: ApprovalDetail; temporaryPassword: string | null }> {
  // Before the transaction: the embedded store has one connection, and a subject's key takes one.
  await requireKnown(parts.store.db, operator, approvalId);
  const noteSealed = text ? await parts.texts.sealFor(approvalId, notePlace, text) : null;
  const afterCommit = await parts.store.db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(approvals)
      .where(and(eq(approvals.id, approvalId), visibleTo(operator)))
      .for('update');
    if (!row) throw new AppError('not_found');
    note({ ...kindForAudit(row), needed: row.needed });
    await requireDecidable(tx, operator, row);
    if (decision === 'approved')
      await requireItemsAccepted(tx, operator, row, openAskedFor(parts.vault, row).items);
    await tx
      .insert(approvalDecisions)
      .values({ approvalId, personId: operator.personId, decision, noteSealed });
    const after =
      decision === 'refused' ? await refuse(tx, row) : await approveIfEnough(parts, tx, row, operator, note);
    await publishEvent(tx, { type: 'approvals.changed', approvalId });
    return after;
  });
  const effect = (await afterCommit?.(parts)) ?? {};
  return {
    approval: await readApproval(parts, operator, approvalId),
    temporaryPassword: effect.temporaryPassword ?? null,
  };
}

async function requireKnown(db: Database, operator: Operator, approvalId: string): Promise<void> {
  const [known] = await db
    .select({ id: approvals.id })
    .from(approvals)
    .where(and(eq(approvals.id, approvalId), visibleTo(operator)));
  if (!known) throw new AppError('not_found');
}

async function refuse(tx: Database, { id }: ApprovalRow): Promise<undefined> {
  await tx.update(approvals).set({ state: 'refused', decidedAt: sql`now()` }).where(eq(approvals.id, id));
}

async function approveIfEnough(
  { vault }: ApprovalParts,
  tx: Database,
  row: ApprovalRow,
  decider: Operator,
  note: Note,
): Promise<AfterCommit | undefined> {
  const approved = (await readApproversOf(tx, row)).length;
  note({ approved });
  if (approved < row.needed) return undefined;
  const kind = kindOf(row);
  await tx
    .update(approvals)
    .set({
      state: 'approved',
      decidedAt: sql`now()`,
      ...(kind.carriesOut && { usedAt: sql`now()` }),
      ...(kind.usableSeconds !== undefined && {
        usableUntil: sql`now() + ${kind.usableSeconds} * interval '1 second'`,
      }),
    })
    .where(eq(approvals.id, row.id));
  return kind.approve(tx, openAskedFor(vault, row).content, { row, decider, note });
}
