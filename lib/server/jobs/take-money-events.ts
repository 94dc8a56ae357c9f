import 'server-only';
import type { z } from 'zod';
import type {
  balanceUpdate,
  transferPayoutFailure,
  transferStateChange,
} from '../../contracts/wise/money-events.ts';
import { balanceDebits, batchRows } from '../db/schema/batches.ts';
import { eq } from 'drizzle-orm';
import { publishEvent } from '../events/event-hub.ts';
import type { Runtime } from '../runtime.ts';
import { readTransferAgain } from '../services/batch-groups/funding/follow-transfers.ts';
import { fundingJob } from './names.ts';

/** A time that cannot be read is no reason to lose what happened. */
function momentOf(told: string | null): Date {
  const at = new Date(told ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? new Date() : at;
}

/** Deliveries come in any order: a state that is new here is asked for, not taken from the event. */
export async function takeTransferChange(
  parts: Runtime,
  { current_state: status, occurred_at, resource }: z.output<typeof transferStateChange>['data'],
): Promise<string> {
  const told = { status, at: momentOf(occurred_at) };
  return (await readTransferAgain(parts, resource.id, { told }))
    ? 'transfer as it is'
    : 'no transfer of a batch';
}

export async function takePayoutFailure(
  parts: Runtime,
  {
    failure_reason_code: reason,
    occurred_at,
    transfer_id: transferId,
  }: z.output<typeof transferPayoutFailure>['data'],
): Promise<string> {
  await parts.store.db.transaction(async (tx) => {
    const [row] = await tx
      .update(batchRows)
      .set({ payoutFailure: reason, payoutFailedAt: momentOf(occurred_at), changedAt: new Date() })
      .where(eq(batchRows.transferId, transferId))
      .returning({ groupId: batchRows.groupId });
    if (row) await publishEvent(tx, { type: 'batch.changed', batchGroupId: row.groupId });
  });
  return (await readTransferAgain(parts, transferId)) ? 'transfer read again' : 'no transfer of a batch';
}

/** Kept as a sign that a batch was paid; see `settleFundings`. */
export async function takeBalanceUpdate(
  { jobs, store }: Runtime,
  deliveryId: string,
  { amount, currency, occurred_at, resource, transaction_type }: z.output<typeof balanceUpdate>['data'],
): Promise<string> {
  if (transaction_type !== 'debit') return 'not a debit';
  await store.db
    .insert(balanceDebits)
    .values({
      id: deliveryId,
      profileId: resource.profile_id,
      currency,
      amount,
      occurredAt: new Date(occurred_at),
    })
    .onConflictDoNothing();
  await jobs.ask(fundingJob).catch(() => undefined);
  return 'debit kept';
}
