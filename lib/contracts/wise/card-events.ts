import { z } from 'zod';
import { textOrNull } from './absent.ts';
import { int64 } from './int64.ts';
import { webhookEnvelope } from './webhook-events.ts';

/** 2.0.0 and 4.0.0 differ in the precision of their times alone: whole seconds, milliseconds. */
const cardEvent = <Type extends string, Data extends z.ZodType>(type: Type, data: Data) =>
  z.looseObject({
    ...webhookEnvelope.shape,
    event_type: z.literal(type),
    schema_version: z.enum(['2.0.0', '4.0.0']),
    data,
  });

/** Of a card that is collected at a kiosk. `status` and the codes are open. */
export const cardProductionStatusChange = cardEvent(
  'cards#card-production-status-change',
  z.looseObject({
    resource: z.looseObject({
      type: z.string(),
      profile_id: int64,
      client_id: z.string(),
      card_token: textOrNull,
    }),
    status: z.string(),
    /** Null on READY. */
    kiosk_id: textOrNull,
    /** When the request was sent to the kiosk: the same in every event of that attempt. */
    occurred_at: z.string(),
    error_code: textOrNull,
    description: textOrNull,
  }),
);

/** Wise: the order's id is text here, with an L behind it; elsewhere it is a number. */
const orderId = z.union([z.string().regex(/^\d{1,19}L$/), int64]).transform((id) => id.replace(/L$/, ''));

export const cardOrderStatusChange = cardEvent(
  'cards#card-order-status-change',
  z.looseObject({
    resource: z.looseObject({
      type: z.string(),
      profile_id: int64,
      client_id: z.string(),
      card_token: textOrNull,
      card_program: textOrNull,
    }),
    order_id: orderId,
    order_status: z.string(),
    delivery_vendor: textOrNull,
    occurred_at: z.string(),
  }),
);
