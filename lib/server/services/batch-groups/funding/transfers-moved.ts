import 'server-only';
import type { batchRows } from '../../../db/schema/batches.ts';
import type { Runtime } from '../../../runtime.ts';
import type { CallOptions } from '../../../wise/resources/options.ts';
import type { Moved } from './debit-outcome.ts';
import { transfersOf } from './funding-row.ts';
import { readAskingMoment, storeReading } from './store-status.ts';
import { waitingForMoney } from './total.ts';

/** Wise: its money is on the way to Wise, and not there yet. */
export const moneyInitiated = 'incoming_payment_initiated';
/** Nobody paid for it, or the money went back: it says nothing of the group's. */
const ended = 'cancelled';

/** Reads one transfer first: as long as it waits, so do the others. */
export async function haveTransfersMoved(
  parts: Runtime,
  options: CallOptions,
  groupId: string,
): Promise<Moved> {
  let isAny = false;
  for (const row of await transfersOf(parts.store.db, groupId)) {
    if (!row.transferId) continue;
    const isKnown =
      row.transferStatus !== null && ![waitingForMoney, moneyInitiated].includes(row.transferStatus);
    const status = isKnown ? row.transferStatus : await readStatus(parts, options, row, row.transferId);
    if (status === waitingForMoney) return isAny ? 'some' : 'none';
    if (status === moneyInitiated) return 'some';
    if (status !== ended) isAny = true;
  }
  return isAny ? 'all' : 'none';
}

async function readStatus(
  { store: { db }, wise }: Runtime,
  options: CallOptions,
  { groupId, rowNumber, transferStatus }: typeof batchRows.$inferSelect,
  transferId: string,
): Promise<string> {
  const row = { groupId, rowNumber, transferStatus: transferStatus ?? waitingForMoney };
  const askedAt = await readAskingMoment(db, row);
  const { status } = await wise.transfers.getTransfer(options, transferId);
  await storeReading(db, row, { status, askedAt });
  return status;
}
