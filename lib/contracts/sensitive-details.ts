import type { z } from 'zod';
import type { CardPath } from './cards.ts';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './sensitive-details.schema.ts';

export type RevealPublicKey = z.output<typeof schema.revealPublicKey>;
export type RevealBody = z.input<typeof schema.revealBody>;
export type RevealReply = z.output<typeof schema.revealReply>;
export type CardReveal = z.output<typeof schema.cardReveal>;
export type CardReveals = z.output<typeof schema.cardRevealsReply>;

/** Card number, expiry, CVV and name, sealed for the page's own key. Needs a session confirmed within five minutes. */
export const revealDetails = defineEndpoint<{ params: CardPath; body: RevealBody; reply: RevealReply }>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/cards/{cardToken}/sensitive-details',
  consolePermission: 'sensitive-details.reveal',
  lane: 'reveals',
});

/** The PIN, sealed for the page's own key; only where the installation allows it. */
export const revealPin = defineEndpoint<{ params: CardPath; body: RevealBody; reply: RevealReply }>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/cards/{cardToken}/pin',
  consolePermission: 'pin.reveal',
  lane: 'reveals',
});

/** Who was shown what of this card, newest first, and how many more may be. */
export const listCardReveals = defineEndpoint<{ params: CardPath; reply: CardReveals }>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/cards/{cardToken}/reveals',
  consolePermission: 'cards.read',
});

/** The page tells whether it could open what it was given, and each field that is copied. Only one's own reveals. */
export const noteRevealEvent = defineEndpoint<{
  params: CardPath & { revealId: string };
  body: z.input<typeof schema.revealEventBody>;
  reply: Record<string, never>;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/cards/{cardToken}/reveals/{revealId}/events',
  consolePermission: 'sensitive-details.reveal',
});
