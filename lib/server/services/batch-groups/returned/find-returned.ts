import 'server-only';
import pLimit from 'p-limit';
import { payoutStatusOf } from '../../../../catalogues/payouts.ts';
import { sendAgainOf, type WhyNotAgain } from '../../../../catalogues/returned-rows.ts';
import type { Database } from '../../../db/database.ts';
import type { Runtime } from '../../../runtime.ts';
import { readTransferAgain } from '../funding/follow-transfers.ts';
import { transfersOf } from '../funding/funding-row.ts';
import type { Row } from '../run/row-outcome.ts';
import { readSentAgain } from './sent-again.ts';

export interface ReturnedRows {
  /** Their money is back and nobody has taken them. */
  back: Row[];
  leftOut: { rowNumber: number; why: WhyNotAgain }[];
}

const atOnce = 8;
/** What was read a moment ago is believed. */
const freshMs = 60_000;

/**
 * Looks for payments that did not arrive. Those whose money seems to be back are read at Wise first: it may take a transfer
 * back to an earlier state.
 */
export async function findReturned(
  parts: Runtime,
  group: { id: string; profileId: string },
  userId: string,
): Promise<ReturnedRows> {
  const { db } = parts.store;
  const before = await sortOut(db, group.id);
  const limit = pLimit(atOnce);
  const stale = before.back.filter(
    ({ transferReadAt }) => !transferReadAt || Date.now() - transferReadAt.getTime() > freshMs,
  );
  await Promise.all(
    stale.map(({ transferId }) =>
      limit(async () => {
        if (transferId) await readTransferAgain(parts, transferId, { priority: 'interactive' });
      }),
    ),
  );
  const { back, cancelled, leftOut } = stale.length > 0 ? await sortOut(db, group.id) : before;
  const options = { userId, priority: 'interactive' } as const;
  const unpaid = await Promise.all(
    cancelled.map((row) =>
      limit(async () => {
        const payments = row.transferId
          ? await parts.wise.transfers.listPayments(options, row.transferId)
          : [];
        return { row, isUnpaid: row.transferId !== null && payments.length === 0 };
      }),
    ),
  );
  return {
    back: [...back, ...unpaid.filter(({ isUnpaid }) => isUnpaid).map(({ row }) => row)].sort(byNumber),
    leftOut: [
      ...leftOut,
      ...unpaid
        .filter(({ isUnpaid }) => !isUnpaid)
        .map(({ row: { rowNumber } }) => ({ rowNumber, why: 'cancelled' as const })),
    ].sort(byNumber),
  };
}

const byNumber = (one: { rowNumber: number }, other: { rowNumber: number }) =>
  one.rowNumber - other.rowNumber;

async function sortOut(db: Database, groupId: string): Promise<ReturnedRows & { cancelled: Row[] }> {
  const taken = await readSentAgain(db, groupId);
  const found: ReturnedRows & { cancelled: Row[] } = { back: [], cancelled: [], leftOut: [] };
  for (const row of await transfersOf(db, groupId)) {
    const payout = payoutStatusOf({
      transferStatus: row.transferStatus,
      hasBounced: row.bouncedAt !== null,
      failureCode: row.payoutFailure,
    });
    const stand = sendAgainOf(payout, taken.has(row.rowNumber));
    if (stand === 'back') found.back.push(row);
    else if (stand === 'cancelled') found.cancelled.push(row);
    else if (stand !== undefined) found.leftOut.push({ rowNumber: row.rowNumber, why: stand });
  }
  return found;
}
