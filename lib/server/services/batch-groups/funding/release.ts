import 'server-only';
import { batchReleaseUnknown, batchReleaseWire } from '../../../approvals/kinds/batch-release.ts';
import { requestApproval } from '../../../approvals/request.ts';
import type { BatchGroupPath } from '../../../../contracts/batch-groups.ts';
import type { Operator } from '../../../auth/operator.ts';
import { AppError } from '../../../http/app-error.ts';
import type { Runtime } from '../../../runtime.ts';
import { findGroupOrThrow } from '../read-groups.ts';
import { resourceOf } from '../run/start-approved.ts';
import { findStandingFunding, type FundingRow } from './funding-row.ts';
import { isReleasable } from './carry-out-release.ts';

/**
 * Asks a second person to agree that no money moved, so that the group can be paid another way or cancelled.
 * @returns the id of the approval
 * @throws AppError batch_not_released_yet; forbidden: of what nobody knows only administrators ask; conflict
 */
export async function requestRelease(
  parts: Pick<Runtime, 'store' | 'vault'>,
  operator: Operator,
  path: BatchGroupPath,
): Promise<string> {
  const { db } = parts.store;
  const group = await findGroupOrThrow(db, path);
  const funding = await findStandingFunding(db, group.id);
  if (!funding || !(await isReleasable(db, funding))) throw new AppError('batch_not_released_yet');
  const isUnknown = funding.way !== 'BANK_TRANSFER';
  if (isUnknown !== (operator.role === 'admin')) throw new AppError('forbidden');
  return db.transaction(async (tx) => {
    const { approvalId } = await requestApproval(
      parts,
      tx,
      isUnknown ? batchReleaseUnknown : batchReleaseWire,
      {
        operator,
        content: { groupId: group.id, profileId: group.profileId, fundingId: funding.id },
        subject: group.name,
        lines: isUnknown
          ? linesOfUnknown(funding, group.sourceCurrency)
          : [
              'The pay-in details were shown. No money was sent by them.',
              'Opens the other ways of funding, and cancelling, again.',
            ],
        resource: resourceOf(group.id),
        profileId: group.profileId,
        alone: 'of-resource',
      },
    );
    return approvalId;
  });
}

const linesOfUnknown = ({ amount, initiationAccount, way }: FundingRow, currency: string): string[] =>
  way === 'BALANCE'
    ? [
        `${amount} ${currency} were to be paid from the balance; Wise’s answer was lost.`,
        'No transfer has moved since, and no debit was seen.',
        'Opens funding and cancelling again. Look at the balance at Wise before you agree.',
      ]
    : [
        `${amount} ${currency} were to be debited from the account ending ${initiationAccount ?? 'nobody knows how'}; Wise’s answer was lost.`,
        'No transfer has moved since, and Wise has named no direct debit for the group.',
        'Opens funding and cancelling again. Ask Wise, and look at the account that was to be debited, before you agree.',
      ];
