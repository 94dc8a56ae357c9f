import 'server-only';
import Big from 'big.js';
import { and, eq } from 'drizzle-orm';
import { digestOf } from '../../../approvals/content.ts';
import { type BatchRowsContent, batchRowsKind } from '../../../approvals/kinds/batch-rows.ts';
import { requestApproval } from '../../../approvals/request.ts';
import { approversNeeded, recordForDay } from '../../../approvals/rules.ts';
import { findStandingApproval, voidApprovals } from '../../../approvals/standing.ts';
import type { Operator } from '../../../auth/operator.ts';
import type { Database } from '../../../db/database.ts';
import { approvals } from '../../../db/schema/approvals.ts';
import { AppError } from '../../../http/app-error.ts';
import type { Runtime } from '../../../runtime.ts';
import type { CheckFacts } from '../rows/check-group.ts';
import type { OpenRow } from '../rows/recheck.ts';
import { estimateDebit } from './pricing.ts';
import { isNotSentYet, isToBeSent, itemsOf, linesOf } from './approval-lines.ts';
import { rowDigest } from './row-digest.ts';
import type { Group } from './row-outcome.ts';
import { resourceOf, stampApproved } from './start-approved.ts';

/** Rates and fees move between the asking and the sending: so much more may be taken than was estimated. */
const ceilingShare = '1.02';
export const ceilingFor = (amount: string): string =>
  new Big(amount).times(ceilingShare).round(2, Big.roundUp).toFixed();

/** What the rows take together: what Wise has said of those that were quoted, an estimate of the others. */
export function estimateTotal(pricing: CheckFacts['pricing'], rows: readonly OpenRow[]): string {
  const total = rows.filter(isToBeSent).reduce((sum, { row }) => {
    const known = row.state === 'in-group' ? row.sourceAmount : null;
    const debit =
      known ??
      estimateDebit(pricing.get(row.targetCurrency ?? ''), {
        amount: row.amount ?? '0',
        side: row.fixedSide,
      });
    // Without a price nobody can approve a sum.
    if (debit === null) throw new AppError('wise_unavailable');
    return sum.plus(debit);
  }, new Big(0));
  return total.round(2, Big.roundUp).toFixed();
}

/** `approvalId`: of the approval it may run by, or that waits; null where none is needed. */
interface Ruling {
  mayRun: boolean;
  approvalId: string | null;
  /** In force where it may run. */
  ceiling: string | null;
}

/**
 * Counts what is about to be sent towards the maker's day and asks other people where the rules want it.
 * @returns whether the rows may be sent now; otherwise an approval waits
 */
export async function requireApproved(
  parts: Pick<Runtime, 'vault'>,
  tx: Database,
  operator: Operator,
  group: Group,
  rows: readonly OpenRow[],
  total: string,
): Promise<Ruling> {
  const resource = resourceOf(group.id);
  const submitted = {
    resource,
    profileId: group.profileId,
    makerId: group.ownerId,
    currency: group.sourceCurrency,
    amount: total,
  };
  await recordForDay(tx, submitted);
  const { needed, total: ofDay } = await approversNeeded(tx, submitted);
  if (needed === 0) return { mayRun: true, approvalId: null, ceiling: null };
  if (group.ceiling !== null && isCovered(group, rows, total) && (await isStanding(tx, group)))
    return { mayRun: true, approvalId: group.approvalId, ceiling: group.ceiling };
  const content: BatchRowsContent = {
    groupId: group.id,
    profileId: group.profileId,
    sourceCurrency: group.sourceCurrency,
    ceiling: ceilingFor(total),
    rows: rows
      .filter(isToBeSent)
      .map(({ row, content: cells }) => ({ rowNumber: row.rowNumber, digest: rowDigest(row, cells) })),
  };
  const digest = digestOf(batchRowsKind.kind, resource, content);
  const standing = await findStandingApproval(tx, { kind: batchRowsKind.kind, resource, digest });
  if (standing) {
    await stampApproved(tx, parts, content);
    return { mayRun: true, approvalId: standing.approvalId, ceiling: content.ceiling };
  }
  await voidApprovals(
    parts,
    tx,
    resource,
    `${operator.name} asked again with other rows. This no longer counts.`,
  );
  const { approvalId } = await requestApproval(parts, tx, batchRowsKind, {
    operator,
    content,
    subject: group.name,
    lines: linesOf(group, rows, content.ceiling),
    items: itemsOf(group, rows.filter(isNotSentYet)),
    resource,
    profileId: group.profileId,
    amount: { value: ofDay, currency: group.sourceCurrency },
    needed,
  });
  return { mayRun: false, approvalId, ceiling: null };
}

/** Every row is what was approved of it, and the sum is within what was approved. */
const isCovered = ({ ceiling }: Group, rows: readonly OpenRow[], total: string): boolean =>
  ceiling !== null &&
  new Big(total).lte(ceiling) &&
  rows.filter(isToBeSent).every(({ row, content }) => row.approvedDigest === rowDigest(row, content));

async function isStanding(tx: Database, { approvalId }: Group): Promise<boolean> {
  if (!approvalId) return false;
  const [found] = await tx
    .select({ id: approvals.id })
    .from(approvals)
    .where(and(eq(approvals.id, approvalId), eq(approvals.state, 'approved')));
  return found !== undefined;
}
