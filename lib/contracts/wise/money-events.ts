import { z } from 'zod';
import { textOrNull } from './absent.ts';
import { decimal } from './decimal.ts';
import { int64 } from './int64.ts';
import { webhookEnvelope } from './webhook-events.ts';

/** What names the transfer or the balance in events of which the console reads no more. */
export const transferNamed = z.looseObject({ resource: z.looseObject({ id: int64, profile_id: int64 }) });
export const balanceNamed = z.looseObject({ resource: z.looseObject({ profile_id: int64 }) });

/** A transfer went from one state to another. */
export const transferStateChange = z.looseObject({
  ...webhookEnvelope.shape,
  event_type: z.literal('transfers#state-change'),
  data: z.looseObject({
    resource: z.looseObject({ id: int64, profile_id: int64 }),
    current_state: z.string(),
    occurred_at: z.string(),
  }),
});

/** The payment could not be delivered; the transfer's state may stay as it is. The code is open. */
export const transferPayoutFailure = z.looseObject({
  ...webhookEnvelope.shape,
  event_type: z.literal('transfers#payout-failure'),
  data: z.looseObject({
    transfer_id: int64,
    profile_id: int64,
    failure_reason_code: z.string(),
    occurred_at: textOrNull,
  }),
});

/** Money came to a balance or left it. */
export const balanceUpdate = z.looseObject({
  ...webhookEnvelope.shape,
  event_type: z.literal('balances#update'),
  data: z.looseObject({
    resource: z.looseObject({ profile_id: int64 }),
    amount: decimal,
    currency: z.string(),
    transaction_type: z.string(),
    occurred_at: z.string(),
    channel_name: textOrNull,
  }),
});

/** What was left after a move, since schema 3.0.0. */
export const balanceAfterMove = z.looseObject({
  balance_id: int64,
  post_transaction_balance_amount: decimal,
  step_id: int64,
});

const printedBefore4 = z
  .looseObject({
    resource: z.looseObject({ id: int64, batchGroupId: z.guid(), profileId: int64 }),
    currentStatus: z.string(),
    occurredAt: z.iso.datetime({ offset: true }),
  })
  .transform(({ currentStatus, occurredAt, resource }) => ({
    initiationId: resource.id,
    batchGroupId: resource.batchGroupId,
    profileId: resource.profileId,
    status: currentStatus,
    occurredAt,
  }));
const printedSince4 = z
  .looseObject({
    resource: z.looseObject({ id: int64, batch_group_id: z.guid(), profile_id: int64 }),
    current_status: z.string(),
    occurred_at: z.iso.datetime({ offset: true }),
  })
  .transform(({ current_status, occurred_at, resource }) => ({
    initiationId: resource.id,
    batchGroupId: resource.batch_group_id,
    profileId: resource.profile_id,
    status: current_status,
    occurredAt: occurred_at,
  }));

/** A direct debit for a batch group went from one status to another. Wise: camel case before schema 4.0.0. */
export const paymentInitiationStateChange = z.looseObject({
  ...webhookEnvelope.shape,
  event_type: z.literal('batch-payment-initiations#state-change'),
  data: z.union([printedSince4, printedBefore4]),
});
