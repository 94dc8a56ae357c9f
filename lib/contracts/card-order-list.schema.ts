import { z } from 'zod';
import { exportReasons } from '../catalogues/export-reasons.ts';
import { printAges } from '../catalogues/card-order-age.ts';
import * as endpoints from './card-order-list.ts';
import { listedCardOrder } from './card-orders.schema.ts';
import { instant, int64Text, listOf, serveEndpoint, several, timeZoneName } from './endpoint-schema.ts';

/** Of an order in the console's index. Names are null where the reader is not to see them (yet). */
export const indexedCardOrder = listedCardOrder.extend({
  profileName: z.string().nullable(),
  /** Where the card is collected; null for any other delivery, and for an order made elsewhere. */
  branch: z.object({ id: z.string(), name: z.string() }).nullable(),
  lastFourDigits: z.string().nullable(),
  cardCreationTime: z.string().nullable(),
  /** Of a card that is printed at a kiosk: what Wise last told. */
  productionStatus: z.string().nullable(),
  printAge: z.enum(printAges).nullable(),
  replacesOrderId: int64Text.nullable(),
  replacedByOrderId: int64Text.nullable(),
  /** When the console last learned of this row from Wise. */
  asOf: instant,
});

const sorts = [
  'created',
  '-created',
  'changed',
  '-changed',
  'holder',
  '-holder',
  'status',
  '-status',
] as const;
/** `day-45`: to be printed soon. `day-60`: to be ordered anew. `waiting`: Wise wants something first. `returned`: came back. */
export const cardOrderNeeds = ['day-60', 'day-45', 'waiting', 'returned'] as const;

const filters = {
  query: z.string().trim().max(200).optional(),
  status: several(z.string().max(60)),
  programme: several(z.string().max(80)),
  scheme: several(z.string().max(40)),
  type: several(z.string().max(60)),
  /** `none`: a virtual card. */
  delivery: several(z.string().max(60)),
  /** `none`: no branch. */
  branchId: several(z.string().max(60)),
  profileId: several(int64Text),
  needs: several(z.enum(cardOrderNeeds)),
  sort: z.enum(sorts).default('-created'),
};
export const indexedOrdersQuery = z.strictObject({
  ...filters,
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** An order that was asked for and not settled, in the reader's reach. */
export const openRequest = z.object({
  requestId: z.uuid(),
  profileId: int64Text,
  profileName: z.string().nullable(),
  state: z.enum(['waiting', 'sending', 'unknown']),
  replacesOrderId: int64Text.nullable(),
  createdAt: instant,
});

/** `counts`: orders per status under every other filter. `choices`: the values the index holds. */
export const indexedOrdersReply = listOf(indexedCardOrder).extend({
  counts: z.record(z.string(), z.number().int()),
  choices: z.object({
    programme: z.array(z.string()),
    scheme: z.array(z.string()),
    type: z.array(z.string()),
    delivery: z.array(z.string()),
    branches: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
  requests: z.array(openRequest),
});

export const listIndexedCardOrders = serveEndpoint(endpoints.listIndexedCardOrders, {
  query: indexedOrdersQuery,
  reply: indexedOrdersReply,
});

export const exportOrdersQuery = z.strictObject({
  ...filters,
  reason: z.enum(exportReasons),
  timeZone: timeZoneName.default('UTC'),
});
export const exportCardOrders = serveEndpoint(endpoints.exportCardOrders, {
  query: exportOrdersQuery,
  reply: 'raw',
  audit: { action: 'card-orders.export', target: () => ({ type: 'card-orders', id: 'index' }) },
});
