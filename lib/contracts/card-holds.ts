import type { z } from 'zod';
import type * as schema from './card-holds.schema.ts';
import type { Card, CardPath } from './cards.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type HoldChange = z.output<typeof schema.changeHoldReply>;

/**
 * Holds the card for the caller's side, operations or compliance. An ACTIVE card is frozen at Wise; a frozen or inactive
 * one stays as it is. While the hold stands nobody makes the card ACTIVE through this console.
 */
export const placeHold = defineEndpoint<{
  params: CardPath;
  body: z.input<typeof schema.placeHoldBody>;
  reply: Card;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/cards/{cardToken}/hold',
  consolePermission: 'cards.hold',
  needsIdempotencyKey: true,
});

/** Moves the review of a hold of one's own side, with or without a new reason. Nothing reaches Wise. */
export const changeHold = defineEndpoint<{
  params: CardPath;
  body: z.input<typeof schema.changeHoldBody>;
  reply: HoldChange;
}>()({
  method: 'PATCH',
  path: '/api/profiles/{profileId}/cards/{cardToken}/hold',
  consolePermission: 'cards.hold',
});

/** Ends a hold of one's own side, and unfreezes the card as well where that is asked for. */
export const liftHold = defineEndpoint<{
  params: CardPath;
  body: z.input<typeof schema.liftHoldBody>;
  reply: Card;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/cards/{cardToken}/hold/lift',
  consolePermission: 'cards.hold',
  needsIdempotencyKey: true,
});

/** Says that somebody has seen to a held card that was ACTIVE. */
export const acknowledgeHoldAlert = defineEndpoint<{
  params: CardPath;
  body: z.input<typeof schema.acknowledgeHoldAlertBody>;
  reply: HoldChange;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/cards/{cardToken}/hold/acknowledge-alert',
  consolePermission: 'cards.hold',
});
