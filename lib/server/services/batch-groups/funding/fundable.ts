import 'server-only';
import Big from 'big.js';
import type { BatchGroupPath } from '../../../../contracts/batch-groups.ts';
import type { Operator } from '../../../auth/operator.ts';
import { AppError } from '../../../http/app-error.ts';
import type { Runtime } from '../../../runtime.ts';
import type { WiseBatchGroup } from '../../../wise/resources/batch-groups.ts';
import type { CallOptions } from '../../../wise/resources/options.ts';
import { findProfileUserOrThrow } from '../../profile-user.ts';
import { findGroupOrThrow } from '../read-groups.ts';
import { readAtWise } from '../run/group-at-wise.ts';
import type { Group } from '../run/row-outcome.ts';
import { readTransferAgain } from './follow-transfers.ts';
import { findStandingFunding, transfersOf } from './funding-row.ts';
import { readPricesNow, requirePrices } from './prices-now.ts';
import { requireFundingApproved } from './require-approved.ts';
import { totalOf, waitingForMoney } from './total.ts';

interface Fundable {
  group: Group;
  wiseGroup: WiseBatchGroup;
  /** What it takes, in the group's currency, as it was at sending. */
  takes: string;
  /** For calls to Wise on behalf of the group's profile. */
  options: CallOptions;
}

/**
 * What holds before money may move, whichever way it is to move: closed at Wise as it was seen, unpaid, and approved.
 * What it takes now, where quotes have ended, is held against what was approved as well.
 * @param total what the person saw, as it was at sending; undefined where no sum is shown before
 * @throws AppError batch_past_this, batch_changed_at_wise, batch_funding_stands, batch_total_changed,
 *   batch_needs_approval, batch_above_ceiling, batch_funder_approved, wise_unavailable without prices
 */
export async function requireFundable(
  parts: Runtime,
  operator: Operator,
  path: BatchGroupPath,
  total?: string,
): Promise<Fundable> {
  const { db } = parts.store;
  const group = await findGroupOrThrow(db, path);
  const { isAsKnown, wiseGroup } = await readAtWise(parts, group, 'interactive');
  if (wiseGroup.status !== 'COMPLETED') throw new AppError('batch_past_this');
  if (!isAsKnown) throw new AppError('batch_changed_at_wise');
  if (await findStandingFunding(db, group.id)) throw new AppError('batch_funding_stands');
  const takes = totalOf(await transfersOf(db, group.id));
  if (takes === null || !new Big(takes).eq(total ?? takes)) throw new AppError('batch_total_changed');
  await requireUnpaid(parts, group.id);
  const options = {
    userId: await findProfileUserOrThrow(db, group.profileId),
    priority: 'interactive',
  } as const;
  const prices = await readPricesNow(parts, options, group, await transfersOf(db, group.id));
  await requireFundingApproved(parts, operator, group, requirePrices(prices).takes);
  return { group, wiseGroup, takes, options };
}

/** A transfer that does not wait for its money any more was paid for by somebody, in whatever way. */
async function requireUnpaid(parts: Runtime, groupId: string): Promise<void> {
  const { db } = parts.store;
  const [first] = await transfersOf(db, groupId);
  if (first?.transferId) await readTransferAgain(parts, first.transferId, { priority: 'interactive' });
  const isPaid = (await transfersOf(db, groupId)).some(
    ({ transferStatus }) => transferStatus !== null && transferStatus !== waitingForMoney,
  );
  if (isPaid) throw new AppError('batch_funding_stands');
}
