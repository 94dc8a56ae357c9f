import type { z } from 'zod';
import type * as schema from './card-order-writes.schema.ts';
import type { CardOrderPath } from './card-orders.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type CardAvailability = z.output<typeof schema.availabilityReply>;
export type CreateOrderBody = z.input<typeof schema.createOrderBody>;
export type PlacedOrder = z.output<typeof schema.placedOrder>;
export type CancelOrderBody = z.input<typeof schema.cancelOrderBody>;
export type CancelOrderReply = z.output<typeof schema.cancelOrderReply>;
export type RenewOrderBody = z.input<typeof schema.renewOrderBody>;
export type RenewOrderReply = z.output<typeof schema.renewOrderReply>;

/** Which cards may be ordered for a profile now, straight from Wise, and how many it has. */
export const getCardAvailability = defineEndpoint<{
  params: { profileId: string };
  reply: CardAvailability;
}>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/card-orders/availability',
  consolePermission: 'card-orders.write',
});

/** Orders a card. A branch orders for collection there only. */
export const createCardOrder = defineEndpoint<{
  params: { profileId: string };
  body: CreateOrderBody;
  reply: PlacedOrder;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/card-orders',
  consolePermission: 'card-orders.write',
  needsIdempotencyKey: true,
});

/** Cancels an order. Wise takes it and does it a moment later; from REQUIREMENTS_FULFILLED on it blocks the card for good. */
export const cancelCardOrder = defineEndpoint<{
  params: CardOrderPath;
  body: CancelOrderBody;
  reply: CancelOrderReply;
}>()({
  method: 'PUT',
  path: '/api/profiles/{profileId}/card-orders/{orderId}/status',
  consolePermission: 'card-orders.write',
  needsIdempotencyKey: true,
});

/**
 * Of a card that is too old to be printed: cancels its order, which blocks the card, and orders anew to the same branch.
 * Goes on where it stands, whoever asks again.
 */
export const renewCardOrder = defineEndpoint<{
  params: CardOrderPath;
  body: RenewOrderBody;
  reply: RenewOrderReply;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/card-orders/{orderId}/renew',
  consolePermission: 'card-orders.write',
  needsIdempotencyKey: true,
});
