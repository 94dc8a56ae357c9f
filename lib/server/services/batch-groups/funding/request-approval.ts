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
import { listKnownRecipients } from '../../recipients/recipient-index.ts';
import { findProfileUserOrThrow } from '../../profile-user.ts';
import { findGroupOrThrow } from '../read-groups.ts';
import { openRows } from '../rows/recheck.ts';
import { ceilingFor } from '../run/approval.ts';
import { itemsOf, linesOf } from '../run/approval-lines.ts';
import { readAtWise } from '../run/group-at-wise.ts';
import { rowDigest } from '../run/row-digest.ts';
import { resourceOf } from '../run/start-approved.ts';
import { mayBeAsked, readApprovalFacts, submittedOf } from './approval-facts.ts';
import { findStandingFunding, transfersOf } from './funding-row.ts';
import { readPricesNow, requirePrices } from './prices-now.ts';

/**
 * Asks other people about a group as it stands at Wise: its rules came later, what was approved ended, it takes more by now,
 * or another program made it, open still or closed. What was approved before counts no more from here on.
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
  const { isAsKnown, wiseGroup } = await readAtWise(parts, seen, 'interactive');
  if (!mayBeAsked(seen, wiseGroup.status)) throw new AppError('batch_past_this');
  const sent = await transfersOf(db, seen.id);
  if (!isAsKnown) throw new AppError('batch_changed_at_wise');
  const options = {
    userId: await findProfileUserOrThrow(db, seen.profileId),
    priority: 'interactive',
  } as const;
  const { takes } = requirePrices(await readPricesNow(parts, options, seen, sent));
  const accounts = seen.origin === 'wise' ? await readAccounts(parts, seen.profileId) : undefined;
  return db.transaction(async (tx) => {
    const group = await findGroupOrThrow(tx, path, 'update');
    if (await findStandingFunding(tx, group.id)) throw new AppError('batch_funding_stands');
    const resource = resourceOf(group.id);
    await recordForDay(tx, submittedOf(group, takes));
    const { amount, needed, state } = await readApprovalFacts(parts, tx, group, takes);
    if (state === 'waiting')
      throw new AppError('conflict', { detail: 'A request about this waits for approval already.' });
    if (state !== 'to-ask') throw new AppError('batch_approval_not_needed');
    const rows = (await openRows(tx, parts.vault, group.id)).filter(({ row }) => row.state === 'in-group');
    if (rows.length !== sent.length) throw new AppError('batch_changed_at_wise');
    const ceiling = ceilingFor(takes);
    await voidApprovals(
      parts,
      tx,
      resource,
      `${operator.name} asked again about the group. This no longer counts.`,
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
        ...(group.origin === 'wise'
          ? ['Another program made it: nobody here checked its payees before they were sent to Wise.']
          : []),
      ],
      items: itemsOf(group, rows, accounts),
      resource,
      profileId: group.profileId,
      amount: { value: amount, currency: group.sourceCurrency },
      needed: needed >= 2 ? 2 : 1,
    });
    return approvalId;
  });
}

async function readAccounts(parts: Runtime, profileId: string): Promise<Map<string, string>> {
  const known = await listKnownRecipients(parts, profileId);
  return new Map(known.flatMap(({ account, id }) => (account === null ? [] : [[id, account] as const])));
}
