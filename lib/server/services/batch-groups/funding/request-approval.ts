import 'server-only';
import type { BatchGroupPath } from '../../../../contracts/batch-groups.ts';
import { formatMoney } from '../../../../format/money.ts';
import { batchFundingKind } from '../../../approvals/kinds/batch-funding.ts';
import { requestApproval } from '../../../approvals/request.ts';
import { recordForDay } from '../../../approvals/rules.ts';
import { voidApprovals } from '../../../approvals/standing.ts';
import type { Operator } from '../../../auth/operator.ts';
import { AppError } from '../../../http/app-error.ts';
import type { Runtime } from '../../../runtime.ts';
import { readProfileUser } from '../make-group.ts';
import { findGroupOrThrow } from '../read-groups.ts';
import { openRows } from '../rows/recheck.ts';
import { ceilingFor } from '../run/approval.ts';
import { itemsOf, linesOf } from '../run/approval-lines.ts';
import { readAtWise } from '../run/group-at-wise.ts';
import { rowDigest } from '../run/row-digest.ts';
import { resourceOf } from '../run/start-approved.ts';
import { readApprovalFacts } from './approval-facts.ts';
import { findStandingFunding, transfersOf } from './funding-row.ts';
import { readPricesNow, requirePrices } from './prices-now.ts';

/**
 * Asks other people about a group that is closed at Wise, as it stands there: its rules came later, what was approved ended,
 * or the group takes more by now. What was approved before counts no more from here on.
 * @returns the id of the approval
 * @throws AppError batch_past_this, batch_funding_stands, batch_changed_at_wise, batch_approval_not_needed, conflict where
 *   one waits
 */
export async function requestFundingApproval(
  parts: Runtime,
  operator: Operator,
  path: BatchGroupPath,
): Promise<string> {
  const { db } = parts.store;
  const seen = await findGroupOrThrow(db, path);
  const { strangers, wiseGroup } = await readAtWise(parts, seen, 'interactive');
  // Of one made elsewhere nobody here knows whom it pays.
  if (seen.origin !== 'console' || wiseGroup.status !== 'COMPLETED') throw new AppError('batch_past_this');
  const sent = await transfersOf(db, seen.id);
  const isWhole = sent.length === wiseGroup.transferIds.length;
  if (strangers.length > 0 || !isWhole) throw new AppError('batch_changed_at_wise');
  const options = { userId: await readProfileUser(db, seen.profileId), priority: 'interactive' } as const;
  const { takes } = requirePrices(await readPricesNow(parts, options, seen, sent));
  return db.transaction(async (tx) => {
    const group = await findGroupOrThrow(tx, path, 'update');
    if (await findStandingFunding(tx, group.id)) throw new AppError('batch_funding_stands');
    const resource = resourceOf(group.id);
    await recordForDay(tx, {
      resource,
      profileId: group.profileId,
      makerId: group.ownerId,
      currency: group.sourceCurrency,
      amount: takes,
    });
    const { amount, needed, state } = await readApprovalFacts(parts, tx, group, takes);
    if (state === 'waiting')
      throw new AppError('conflict', { detail: 'A request about this waits for approval already.' });
    if (state !== 'to-ask') throw new AppError('batch_approval_not_needed');
    const rows = (await openRows(tx, parts.vault, group.id)).filter(({ row }) => row.state === 'in-group');
    const ceiling = ceilingFor(takes);
    await voidApprovals(
      parts,
      tx,
      resource,
      `${operator.name} asked again about the closed group. This no longer counts.`,
    );
    const { approvalId } = await requestApproval(parts, tx, batchFundingKind, {
      operator,
      content: {
        groupId: group.id,
        profileId: group.profileId,
        sourceCurrency: group.sourceCurrency,
        ceiling,
        rows: rows.map(({ row, content }) => ({ rowNumber: row.rowNumber, digest: rowDigest(row, content) })),
      },
      subject: group.name,
      lines: [
        ...linesOf(group, rows, ceiling),
        `It takes ${formatMoney(takes, group.sourceCurrency)} as things stand. Its transfers are at Wise and wait for their money.`,
      ],
      items: itemsOf(group, rows),
      resource,
      profileId: group.profileId,
      amount: { value: amount, currency: group.sourceCurrency },
      needed: needed >= 2 ? 2 : 1,
    });
    return approvalId;
  });
}
