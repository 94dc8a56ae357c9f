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

const idOrNull = z.union([int64, z.string()]).nullish().catch(null);
const namedIn = z.looseObject({
  id: idOrNull,
  card_token: idOrNull,
  profile_id: idOrNull,
  profileId: idOrNull,
});

/** Whose an event is, what it is about and when it happened, as far as it says so; for every kind and version. */
export const webhookSubject = z
  .looseObject({
    resource: namedIn.catch({}).optional(),
    profile_id: idOrNull,
    order_id: idOrNull,
    transfer_id: idOrNull,
    occurred_at: z.string().nullish().catch(null),
    occurredAt: z.string().nullish().catch(null),
    creation_time: z.string().nullish().catch(null),
  })
  .transform(({ creation_time, occurred_at, occurredAt, order_id, profile_id, resource, transfer_id }) => ({
    profileId: resource?.profile_id ?? resource?.profileId ?? profile_id ?? null,
    // Wise writes an L behind the id of an order.
    subjectId: order_id?.replace(/L$/, '') ?? transfer_id ?? resource?.card_token ?? resource?.id ?? null,
    occurredAt: occurred_at ?? occurredAt ?? creation_time ?? null,
  }));

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
