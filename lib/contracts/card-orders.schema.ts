import { z } from 'zod';
import { printAges } from '../catalogues/card-order-age.ts';
import * as endpoints from './card-orders.ts';
import { instant, int64Text, listOf, serveEndpoint } from './endpoint-schema.ts';
import { isPresetPinJwe } from './preset-pin-jwe.ts';

export const cardOrderPath = z.strictObject({ profileId: int64Text, orderId: int64Text });
export type CardOrderPath = z.output<typeof cardOrderPath>;

/** An order as Wise tells it; its enums are open. `cardToken`: once Wise has made the card. */
export const listedCardOrder = z.object({
  id: int64Text,
  profileId: int64Text,
  status: z.string(),
  cardHolderName: z.string().nullable(),
  programme: z.string().nullable(),
  scheme: z.string().nullable(),
  cardType: z.string().nullable(),
  /** Null for a virtual card. */
  deliveryOption: z.string().nullable(),
  cardToken: z.string().nullable(),
  creationTime: z.string(),
  modificationTime: z.string(),
});

/** `cursor`: the `nextCursor` of the page before. */
export const cardOrdersQuery = z.strictObject({
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .optional(),
  limit: z.coerce.number().int().min(10).max(100).default(50),
});
export const cardOrderListReply = listOf(listedCardOrder);

/** The new order for a card that grew too old: begun, asked about, placed, or refused by Wise. */
export const orderRenewal = z.object({
  state: z.enum(['waiting', 'sending', 'unknown', 'placed', 'refused']),
  newOrderId: int64Text.nullable(),
  refusedCode: z.string().nullable(),
});

/** What the console knows beside Wise. */
export const orderFacts = z.object({
  /** Where the card is collected; null for any other delivery, and for an order made elsewhere. */
  branch: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Who ordered it here; null for an order made elsewhere. */
  orderedBy: z.string().nullable(),
  lastFourDigits: z.string().nullable(),
  cardStatus: z.string().nullable(),
  cardCreationTime: z.string().nullable(),
  productionStatus: z.string().nullable(),
  printAge: z.enum(printAges).nullable(),
  replacesOrderId: int64Text.nullable(),
  replacedByOrderId: int64Text.nullable(),
  renewal: orderRenewal.nullable(),
  /** When it was first seen at each status, the newest first. */
  statuses: z.array(z.object({ status: z.string(), at: z.string() })),
});

/** What Wise tells of the way of a card that is posted. */
export const cardOrderPost = z.object({
  estimate: z.string().nullable(),
  vendor: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  /** Only ever an https address. */
  trackingUrl: z.string().nullable(),
});

export const cardOrderReply = listedCardOrder.extend(orderFacts.shape).extend({
  profileName: z.string(),
  /** Null where the card is virtual or collected at a kiosk. */
  post: cardOrderPost.nullable(),
  requirements: z.array(z.object({ type: z.string(), status: z.string() })),
  /** Why no PIN can be set on it now; null where one can. */
  noPin: z.enum(['past-it', 'not-asked-for']).nullable(),
  asOf: instant,
});

/** RSA, at least 2048 bits: base64 of its SubjectPublicKeyInfo. */
export const presetPinKeyReply = z.object({ spki: z.base64() });

/** Its content is looked at from outside only: nobody here can open it. */
export const presetPinBody = z.strictObject({
  encryptedPayload: z.string().max(4000).refine(isPresetPinJwe, 'This is no encrypted PIN.'),
});
export const presetPinReply = z.object({ orderId: int64Text, setAt: instant });

export const listCardOrders = serveEndpoint(endpoints.listCardOrders, {
  params: z.strictObject({ profileId: int64Text }),
  query: cardOrdersQuery,
  reply: cardOrderListReply,
});
export const getCardOrder = serveEndpoint(endpoints.getCardOrder, {
  params: cardOrderPath,
  reply: cardOrderReply,
});
export const getPresetPinKey = serveEndpoint(endpoints.getPresetPinKey, {
  params: cardOrderPath,
  reply: presetPinKeyReply,
});
export const presetPin = serveEndpoint(endpoints.presetPin, {
  params: cardOrderPath,
  body: presetPinBody,
  reply: presetPinReply,
  audit: {
    action: 'card-orders.preset-pin',
    target: ({ params }) => ({
      type: 'card-order',
      id: params.orderId ?? '',
      ...(params.profileId && { profileId: params.profileId }),
    }),
  },
});
