import { z } from 'zod';
import * as endpoints from './card-order-writes.ts';
import { cardOrderPath } from './card-orders.schema.ts';
import { instant, int64Text, serveEndpoint } from './endpoint-schema.ts';
import { embossedNameLength, replacementReasons } from './wise/card-orders.ts';

const profilePath = z.strictObject({ profileId: int64Text });

/** `held`: as the index knows them. `most`: Wise's numbers for a personal profile; null where there is none. */
export const availabilityReply = z.object({
  profileId: int64Text,
  /** Null for who sees own branches only: a profile's name is its customer's. */
  profileName: z.string().nullable(),
  profileType: z.string(),
  /** Of a card of this profile; to begin with. */
  phoneNumber: z.string().nullable(),
  /** Empty: Wise takes no order for this profile. */
  programmes: z.array(
    z.object({
      name: z.string(),
      scheme: z.string().nullable(),
      defaultCurrency: z.string().nullable(),
      cardType: z.string().nullable(),
    }),
  ),
  held: z.object({ physical: z.int(), virtual: z.int(), virtualToday: z.int() }),
  most: z.object({ physical: z.int(), virtual: z.int(), virtualPerDay: z.int() }).nullable(),
  /** Where the reader may have a card collected. */
  branches: z.array(z.object({ id: z.string(), name: z.string() })),
  asOf: instant,
});

const line = z.string().trim().max(100);
/** Which fields a country needs, and their lengths, Wise's own check tells. */
export const orderAddress = z.strictObject({
  firstLine: line,
  secondLine: line.optional(),
  thirdLine: line.optional(),
  city: line,
  postCode: line,
  state: line.optional(),
  country: z
    .string()
    .trim()
    .regex(/^[A-Za-z]{2}$/, 'A country has two letters, like GB.')
    .toUpperCase(),
});

const requestId = z.uuid();
const embossedName = z
  .string()
  .trim()
  .min(embossedNameLength.min)
  .max(embossedNameLength.max, `The card has room for ${embossedNameLength.max} characters.`);

export const createOrderBody = z
  .strictObject({
    /** Drawn by the page, one per card: Wise knows the order by it, so that asking again never places a second one. */
    requestId,
    programme: z.string().min(1).max(120),
    cardHolderName: z.string().trim().min(1, 'Whose card it is.').max(120),
    embossedName: embossedName.optional(),
    phoneNumber: z
      .string()
      .trim()
      .regex(/^\+[1-9]\d{6,14}$/, 'A number like +447700900417.'),
    address: orderAddress.optional(),
    /** Null for a virtual card. By post Wise takes the region's own way. */
    delivery: z.enum(['post', 'kiosk']).nullable(),
    /** Where it is collected: with a kiosk only. */
    branchId: z.string().max(60).optional(),
    replacementDetails: z
      .strictObject({ cardToken: z.uuid(), reason: z.enum(replacementReasons) })
      .optional(),
  })
  .refine(({ branchId, delivery }) => (delivery === 'kiosk') === (branchId !== undefined), {
    path: ['branchId'],
    message: 'Choose the branch where the card is collected; only a kiosk has one.',
  })
  .refine(({ address, delivery }) => delivery === null || address !== undefined, {
    path: ['address'],
    message: 'A physical card needs an address.',
  });

/** An order that Wise has taken. */
export const placedOrder = z.object({ orderId: int64Text, profileId: int64Text, status: z.string() });

export const cancelOrderBody = z.strictObject({
  status: z.literal('CANCELLED'),
  reason: z.string().trim().min(1, 'Say why in a few words.').max(300),
});
/** Accepted; Wise does it a moment later. `blocksCard`: the card, if there is one, is blocked for good. */
export const cancelOrderReply = z.object({
  orderId: int64Text,
  status: z.string(),
  blocksCard: z.boolean(),
});

export const renewOrderBody = z.strictObject({
  requestId,
  embossedName: embossedName.optional(),
  /** Of an order that names no branch, because it was made elsewhere. */
  branchId: z.string().max(60).optional(),
  reason: z.string().trim().min(1, 'Say why in a few words.').max(300),
});
/** `waiting`: Wise has not cancelled the old order yet; the new one follows by itself. */
export const renewOrderReply = z.object({
  state: z.enum(['waiting', 'placed']),
  oldStatus: z.string(),
  newOrderId: int64Text.nullable(),
});

const orderTarget = ({ params }: { params: Record<string, string> }) => ({
  type: 'card-order' as const,
  id: params.orderId ?? '',
  ...(params.profileId && { profileId: params.profileId }),
});
type CreateBody = z.output<typeof createOrderBody>;

export const getCardAvailability = serveEndpoint(endpoints.getCardAvailability, {
  params: profilePath,
  reply: availabilityReply,
});
export const createCardOrder = serveEndpoint(endpoints.createCardOrder, {
  params: profilePath,
  body: createOrderBody,
  reply: placedOrder,
  audit: {
    action: 'card-orders.create',
    target: ({ params, body }: { params: Record<string, string>; body: CreateBody }) => ({
      type: 'card-orders',
      id: body.requestId,
      ...(params.profileId && { profileId: params.profileId }),
    }),
    details: ({ branchId, delivery, programme, replacementDetails }: CreateBody) => ({
      programme,
      delivery,
      ...(branchId && { branchId }),
      ...(replacementDetails && { replacementDetails }),
    }),
  },
});
export const cancelCardOrder = serveEndpoint(endpoints.cancelCardOrder, {
  params: cardOrderPath,
  body: cancelOrderBody,
  reply: cancelOrderReply,
  status: 202,
  audit: {
    action: 'card-orders.cancel',
    target: orderTarget,
    reason: ({ reason }: z.output<typeof cancelOrderBody>) => reason,
  },
});
export const renewCardOrder = serveEndpoint(endpoints.renewCardOrder, {
  params: cardOrderPath,
  body: renewOrderBody,
  reply: renewOrderReply,
  audit: {
    action: 'card-orders.renew',
    target: orderTarget,
    reason: ({ reason }: z.output<typeof renewOrderBody>) => reason,
    details: ({ requestId }: z.output<typeof renewOrderBody>) => ({ requestId }),
  },
});
