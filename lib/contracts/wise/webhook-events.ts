import { z } from 'zod';
import { int64 } from './int64.ts';

/** Every event's envelope; `data` is read again with the schema of its event. */
export const webhookEnvelope = z.looseObject({
  data: z.looseObject({}),
  subscription_id: z.string(),
  event_type: z.string(),
  schema_version: z.string(),
  sent_at: z.string(),
});

/** `occurred_at` has whole seconds in 2.0.0 and milliseconds in 4.0.0. */
export const cardStatusChangeData = z.looseObject({
  resource: z.looseObject({
    type: z.string(),
    profile_id: int64,
    client_id: z.string(),
    card_token: z.string(),
  }),
  card_status: z.string(),
  changed_by: z.string(),
  occurred_at: z.string(),
});
export type CardStatusChangeData = z.infer<typeof cardStatusChangeData>;

const cardStatusChangeOf = <V extends string>(version: V) =>
  z.looseObject({
    ...webhookEnvelope.shape,
    event_type: z.literal('cards#card-status-change'),
    schema_version: z.literal(version),
    data: cardStatusChangeData,
  });

export const cardStatusChange = z.discriminatedUnion('schema_version', [
  cardStatusChangeOf('2.0.0'),
  cardStatusChangeOf('4.0.0'),
]);

/** `changed_by` when Wise itself did it; otherwise it holds the partner's client id. */
export const changedByWise = 'internal_system';

export const webhookHeaders = {
  signature: 'x-signature-sha256',
  deliveryId: 'x-delivery-id',
  testNotification: 'x-test-notification',
} as const;
