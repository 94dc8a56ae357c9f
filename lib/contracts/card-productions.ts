import type { z } from 'zod';
import type * as schema from './card-productions.schema.ts';
import type { CardPath } from './cards.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type PrintJob = z.output<typeof schema.printJob>;
export type CardProduction = z.output<typeof schema.cardProduction>;
export type SendToKioskBody = z.input<typeof schema.sendToKioskBody>;

/** How far the card's printing is, read from Wise now. A try whose answer was lost is settled by this reading. */
export const getCardProduction = defineEndpoint<{ params: CardPath; reply: CardProduction }>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/cards/{cardToken}/production',
  consolePermission: 'card-orders.read',
});

/**
 * Prints the card at a kiosk. Never repeated by itself: Wise's call has no key. A refusal by the kiosk is an answer like any
 * other, in `lastJob`; where Wise's answer was lost the try is `unknown` until it is read.
 */
export const sendToKiosk = defineEndpoint<{
  params: CardPath;
  body: SendToKioskBody;
  reply: CardProduction;
}>()({
  method: 'PUT',
  path: '/api/profiles/{profileId}/cards/{cardToken}/production',
  consolePermission: 'production.send',
  needsIdempotencyKey: true,
});
