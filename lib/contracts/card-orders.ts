import type { z } from 'zod';
import type * as schema from './card-orders.schema.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type CardOrderPath = schema.CardOrderPath;
export type ListedCardOrder = z.output<typeof schema.listedCardOrder>;
export type CardOrder = z.output<typeof schema.cardOrderReply>;
export type CardOrderFacts = z.output<typeof schema.orderFacts>;
export type CardOrderList = z.output<typeof schema.cardOrderListReply>;

/** A profile's card orders, straight from Wise, newest first within a page. */
export const listCardOrders = defineEndpoint<{
  params: { profileId: string };
  query: z.input<typeof schema.cardOrdersQuery>;
  reply: CardOrderList;
}>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/card-orders',
  consolePermission: 'card-orders.read',
});

/** One order, and what Wise wants done before it makes the card. */
export const getCardOrder = defineEndpoint<{ params: CardOrderPath; reply: CardOrder }>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/card-orders/{orderId}',
  consolePermission: 'card-orders.read',
});

/** Wise's public key as it is now. The page encrypts the PIN to it, so that nothing on the way can read it. */
export const getPresetPinKey = defineEndpoint<{
  params: CardOrderPath;
  reply: z.output<typeof schema.presetPinKeyReply>;
}>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/card-orders/{orderId}/preset-pin/key',
  consolePermission: 'card-orders.preset-pin',
});

/** Hands the PIN on to Wise as the page has encrypted it. */
export const presetPin = defineEndpoint<{
  params: CardOrderPath;
  body: z.input<typeof schema.presetPinBody>;
  reply: z.output<typeof schema.presetPinReply>;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/card-orders/{orderId}/preset-pin',
  consolePermission: 'card-orders.preset-pin',
  needsIdempotencyKey: true,
});
