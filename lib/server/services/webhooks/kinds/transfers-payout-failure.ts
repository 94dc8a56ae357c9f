import 'server-only';
import { eq } from 'drizzle-orm';
import { transferPayoutFailure } from '../../../../contracts/wise/money-events.ts';
import { batchRows } from '../../../db/schema/batches.ts';
import { publishEvent } from '../../../events/event-hub.ts';
import { readTransferAgain } from '../../batch-groups/funding/follow-transfers.ts';
import { momentOf } from '../moment.ts';
import { webhookKind } from '../webhook-kind.ts';

/** Nothing else tells why a payment could not be delivered, so the reason is kept with its row. */
export const payoutFailure = webhookKind(
  'transfers#payout-failure',
  transferPayoutFailure.shape.data,
  async (parts, { failure_reason_code: reason, occurred_at, transfer_id: transferId }, { sentAt }) => {
    await parts.store.db.transaction(async (tx) => {
      const [row] = await tx
        .update(batchRows)
        .set({
          payoutFailure: reason,
          payoutFailedAt: momentOf(occurred_at) ?? sentAt,
          changedAt: new Date(),
        })
        .where(eq(batchRows.transferId, transferId))
        .returning({ groupId: batchRows.groupId });
      if (row) await publishEvent(tx, { type: 'batch.changed', batchGroupId: row.groupId });
    });
    return (await readTransferAgain(parts, transferId, { priority: 'background' }))
      ? 'read-again'
      : 'not-ours';
  },
);
