import { z } from 'zod';
import { orNull, textOrNull } from './absent.ts';
import { count, int64 } from './int64.ts';

/** What an address may have; which fields a country needs only Wise's check tells. */
export const cardAddress = z.looseObject({
  firstLine: z.string().nullish(),
  secondLine: z.string().nullish(),
  thirdLine: z.string().nullish(),
  city: z.string().nullish(),
  postCode: z.string().nullish(),
  state: z.string().nullish(),
  /** Two letters. */
  country: z.string().nullish(),
});
export type CardAddress = z.infer<typeof cardAddress>;

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
  phoneNumber: textOrNull,
  address: orNull(cardAddress),
  /** Null for a virtual card. */
  deliveryDetails: orNull(
    z.looseObject({
      deliveryOption: textOrNull,
      deliveryVendor: textOrNull,
      trackingUrl: textOrNull,
      trackingNumber: textOrNull,
    }),
  ),
  deliveryEstimate: textOrNull,
});

export const cardOrderListReply = z.looseObject({ totalCount: count, cardOrders: z.array(cardOrder) });

/** Wise: pageSize 10 to 100, pageNumber from 1. */
export const cardOrderPageSize = { min: 10, max: 100, default: 10 } as const;

/** What must be done before the card is made. Types and statuses are open. */
export const cardOrderRequirementsReply = z.looseObject({
  requirements: z.array(z.looseObject({ type: z.string(), status: z.string() })),
});

/** A programme is what the cards of one product and country are called. An empty list: the profile may order no more. */
export const availabilityReply = z.looseObject({
  cardPrograms: z.array(
    z.looseObject({
      name: z.string(),
      scheme: textOrNull,
      defaultCurrency: textOrNull,
      /** Wise: PHYSICAL or VIRTUAL_NON_UPGRADEABLE, while a card itself says VIRTUAL. */
      cardType: textOrNull,
    }),
  ),
});

/** An empty list: the address is good. */
export const addressCheckReply = z.looseObject({
  errors: z.array(z.looseObject({ field: z.string(), message: z.string() })),
});

export const deliveryOptions = [
  'POSTAL_SERVICE_STANDARD',
  'POSTAL_SERVICE_WITH_TRACKING',
  'KIOSK_COLLECTION',
] as const;
export const replacementReasons = ['CARD_DAMAGED', 'CARD_EXPIRING'] as const;
/** Wise: characters of the name on the card, spaces included. */
export const embossedNameLength = { min: 1, max: 22 } as const;

const phonePattern = /^\+[1-9]\d{6,14}$/;
/** Wise tells numbers that it would not take in another order. */
export const isPhoneNumber = (text: string | null): text is string =>
  text !== null && phonePattern.test(text);

export const cardOrderBody = z.object({
  program: z.string().min(1),
  cardHolderName: z.string().min(1),
  /** Of a physical card only. */
  embossedName: z.string().min(embossedNameLength.min).max(embossedNameLength.max).optional(),
  phoneNumber: z.string().regex(phonePattern).optional(),
  /** A virtual card has the profile's where there is none. */
  address: cardAddress.optional(),
  /** Wise: only to be sent for KIOSK_COLLECTION; otherwise the region's own way is taken. */
  deliveryOption: z.enum(deliveryOptions).optional(),
  /** 0: the card cannot be used until the limit is raised. */
  lifetimeLimit: z.number().min(0).optional(),
  /** Of a business: the person the card is for, if not its representative. */
  cardHolderProfileId: int64.optional(),
  replacementDetails: z
    .object({ cardToken: z.string().min(1), reason: z.enum(replacementReasons) })
    .optional(),
});
export type CardOrderBody = z.output<typeof cardOrderBody>;

/** By it Wise knows an order again that was asked for before. */
export const idempotenceHeader = 'x-idempotence-uuid';

/** COMPLETED is deprecated. */
export const cardOrderStatusBody = z.object({ status: z.enum(['CANCELLED', 'COMPLETED']) });

/** POST preset-pin. */
export const presetPinReply = z.looseObject({ cardOrderId: int64 });
