import 'server-only';
import { and, eq } from 'drizzle-orm';
import { batchRows } from '../../../db/schema/batches.ts';
import type { Runtime } from '../../../runtime.ts';
import type { CallOptions } from '../../../wise/resources/options.ts';
import type { Group } from '../run/row-outcome.ts';
import { outcomeOfDebit } from './debit-outcome.ts';
import { readTransferAgain } from './follow-transfers.ts';
import { type FundingRow, setFunding, standingStates } from './funding-row.ts';
import { bringBack } from './late-debit.ts';
import { haveTransfersMoved, moneyInitiated } from './transfers-moved.ts';

/** What a webhook told; Wise is asked all the same, because deliveries come in any order. */
export interface ToldOfDebit {
  status: string;
  at: Date;
}

/** Reads what became of a direct debit, and of the transfers it is for. */
export async function settleDebit(
  parts: Runtime,
  options: CallOptions,
  group: Group,
  funding: FundingRow,
  told?: ToldOfDebit,
): Promise<void> {
  const status = await readStatus(parts, options, group, funding);
  const now = new Date();
  const facts = {
    readAt: now,
    initiationStatus: status,
    ...(status !== funding.initiationStatus && {
      initiationChangedAt: told && told.status === status ? told.at : now,
    }),
  };
  if (!standingStates.includes(funding.state)) return bringBack(parts, funding, facts);
  const moved = await haveTransfersMoved(parts, options, group.id);
  const outcome = outcomeOfDebit(status, moved);
  const hasFailed = outcome === 'failed' && !(await isAnyInitiated(parts, options, group.id));
  await setFunding(parts.store.db, funding, {
    ...facts,
    ...(moved === 'all' && { transfersMovedAt: funding.transfersMovedAt ?? now }),
    ...(hasFailed
      ? { state: 'refused', code: 'batch_debit_failed', settledAt: now }
      : outcome === 'done'
        ? { state: 'done', settledAt: funding.settledAt ?? now, code: null }
        : { state: outcome === 'unknown' ? 'unknown' : 'sent' }),
  });
}

async function readStatus(
  { wise }: Runtime,
  options: CallOptions,
  { profileId, wiseId }: Group,
  { initiationId }: FundingRow,
): Promise<string | null> {
  if (initiationId === null || wiseId === null) return null;
  return (await wise.batchGroups.getPaymentInitiation(options, profileId, wiseId, initiationId)).status;
}

/** Transfers go back to waiting once their debit has failed; as long as one has not, nobody may pay another way. */
async function isAnyInitiated(parts: Runtime, { priority }: CallOptions, groupId: string): Promise<boolean> {
  const initiated = () =>
    parts.store.db
      .select({ transferId: batchRows.transferId })
      .from(batchRows)
      .where(and(eq(batchRows.groupId, groupId), eq(batchRows.transferStatus, moneyInitiated)));
  for (const { transferId } of await initiated())
    if (transferId) await readTransferAgain(parts, transferId, { priority });
  return (await initiated()).length > 0;
}
