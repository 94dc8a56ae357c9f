import type { BatchGroupRecord, TransferRecord } from '../money/records.ts';
import { isOver } from '../money/transfer-steps.ts';
import { type Activity, amountText } from './activity.ts';

const struck = (title: string, isStruck: boolean) =>
  isStruck ? `<strikethrough>${title}</strikethrough>` : title;

/** Emulator choice: what waits for its money wants attention, as was seen at Wise; what was sent is done. */
function statusOf(row: TransferRecord): string {
  if (row.status === 'outgoing_payment_sent') return 'COMPLETED';
  if (row.status === 'incoming_payment_waiting' && !row.payment) return 'REQUIRES_ATTENTION';
  return isOver(row) ? 'CANCELLED' : 'IN_PROGRESS';
}

const words: Record<string, string> = {
  COMPLETED: 'Sent',
  IN_PROGRESS: 'Sending',
  REQUIRES_ATTENTION: 'Waiting for your money',
  CANCELLED: 'Cancelled',
};

/** Emulator choice: a transfer that is in a batch group is no line of its own. */
export function activityOfTransfer(row: TransferRecord, recipientName: string): Activity {
  const status = statusOf(row);
  const isAbroad = row.source.currency !== row.target.currency;
  return {
    type: 'TRANSFER',
    resource: { type: 'TRANSFER', id: String(row.id) },
    title: struck(`<strong>${recipientName}</strong>`, status === 'CANCELLED'),
    description: words[status] ?? '',
    primaryAmount: amountText(row.target),
    secondaryAmount: isAbroad ? amountText(row.source) : '',
    status,
    createdAtMs: row.createdAtMs,
    updatedAtMs: row.modifiedAtMs,
  };
}

/**
 * Emulator choice: Wise documents neither what `resource.id` is of a batch nor when there is a line for one. Here it is the
 * group's id, once the group is paid.
 */
export function activityOfGroup(
  group: BatchGroupRecord & { paid: NonNullable<BatchGroupRecord['paid']> },
  rows: readonly TransferRecord[],
): Activity {
  const isDone = rows.every(isOver);
  const paid = { amount: group.paid.amount, currency: group.sourceCurrency };
  return {
    type: 'BATCH_TRANSFER',
    resource: { type: 'BATCH_TRANSFER', id: group.id },
    title: `<strong>${group.name}</strong>`,
    description: group.transferIds.length === 1 ? '1 transfer' : `${group.transferIds.length} transfers`,
    primaryAmount: amountText(paid),
    secondaryAmount: '',
    status: isDone ? 'COMPLETED' : 'IN_PROGRESS',
    createdAtMs: group.paid.atMs,
    updatedAtMs: rows.reduce((latest, row) => Math.max(latest, row.modifiedAtMs), group.paid.atMs),
  };
}
