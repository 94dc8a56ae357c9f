import { z } from 'zod';
import { orNull, textOrNull } from './absent.ts';
import { count, int64 } from './int64.ts';

/** Only what the console shows is asked for. `status` and the delivery option are open. */
export const cardOrder = z.looseObject({
  id: int64,
  profileId: int64,
  cardProgram: orNull(z.looseObject({ name: textOrNull, scheme: textOrNull, cardType: textOrNull })),
  /** From CARD_DETAILS_CREATED on. */
  cardToken: textOrNull,
  creationTime: z.string(),
  modificationTime: z.string(),
  status: z.string(),
  cardHolderName: textOrNull,
  /** Null for a virtual card. */
  deliveryDetails: orNull(z.looseObject({ deliveryOption: textOrNull })),
});

export const cardOrderListReply = z.looseObject({ totalCount: count, cardOrders: z.array(cardOrder) });

/** Wise: pageSize 10 to 100, pageNumber from 1. */
export const cardOrderPageSize = { min: 10, max: 100, default: 10 } as const;

/** What must be done before the card is made. Types and statuses are open. */
export const cardOrderRequirementsReply = z.looseObject({
  requirements: z.array(z.looseObject({ type: z.string(), status: z.string() })),
});

/** POST preset-pin. */
export const presetPinReply = z.looseObject({ cardOrderId: int64 });
