import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { ApprovalDetail } from '../../contracts/approvals.ts';
import type { Operator } from '../auth/operator.ts';
import type { Database } from '../db/database.ts';
import { approvalItems, approvals } from '../db/schema/approvals.ts';
import { AppError } from '../http/app-error.ts';
import type { Runtime } from '../runtime.ts';
import { openAskedFor } from './content.ts';
import type { ApprovalItem, ApprovalRow } from './kind.ts';
import { readApproval } from './read.ts';
import { requireDecidable } from './require-decidable.ts';
import { kindForAudit, visibleTo } from './visible.ts';

/**
 * Accepts one item of an approval for this person, or takes that back. Each approver accepts for themselves.
 * @throws AppError not_found for an unknown item too, and all that forbids to decide
 */
export async function setItemAccepted(
  parts: Pick<Runtime, 'store' | 'vault' | 'texts'>,
  operator: Operator,
  approvalId: string,
  itemKey: string,
  isAccepted: boolean,
  note: (details: Record<string, unknown>) => void,
): Promise<ApprovalDetail> {
  await parts.store.db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(approvals)
      .where(and(eq(approvals.id, approvalId), visibleTo(operator)))
      .for('update');
    if (!row) throw new AppError('not_found');
    await requireDecidable(tx, operator, row);
    const item = openAskedFor(parts.vault, row).items.find(({ key }) => key === itemKey);
    if (!item) throw new AppError('not_found');
    note({ ...kindForAudit(row), item: item.kind });
    if (isAccepted)
      await tx
        .insert(approvalItems)
        .values({ approvalId, itemKey, personId: operator.personId })
        .onConflictDoNothing();
    else
      await tx.delete(approvalItems).where(and(isOwnItem(operator, row), eq(approvalItems.itemKey, itemKey)));
  });
  return readApproval(parts, operator, approvalId);
}

/** @throws AppError items_not_accepted while the person has not accepted every item */
export async function requireItemsAccepted(
  tx: Database,
  operator: Operator,
  row: ApprovalRow,
  items: ApprovalItem[],
): Promise<void> {
  if (items.length === 0) return;
  const accepted = await readAcceptedItems(tx, operator, row);
  if (items.some(({ key }) => !accepted.has(key))) throw new AppError('items_not_accepted');
}

export async function readAcceptedItems(
  db: Database,
  operator: Operator,
  row: Pick<ApprovalRow, 'id'>,
): Promise<Set<string>> {
  const rows = await db
    .select({ key: approvalItems.itemKey })
    .from(approvalItems)
    .where(isOwnItem(operator, row));
  return new Set(rows.map(({ key }) => key));
}

const isOwnItem = ({ personId }: Operator, { id }: Pick<ApprovalRow, 'id'>) =>
  and(eq(approvalItems.approvalId, id), eq(approvalItems.personId, personId));
