import type { z } from 'zod';
import type { CardPath } from './cards.ts';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './hand-overs.schema.ts';

export type HandOverState = z.output<typeof schema.handOverState>;

/** Where the card is collected, and whether and how it was given to its holder. */
export const getHandOver = defineEndpoint<{ params: CardPath; reply: HandOverState }>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/cards/{cardToken}/hand-over',
  consolePermission: 'cards.read',
});
/** Records that a printed card was given to its holder. No number of a document is taken. */
export const handOver = defineEndpoint<{
  params: CardPath;
  body: z.input<typeof schema.handOverBody>;
  reply: HandOverState;
}>()({
  method: 'POST',
  path: '/api/profiles/{profileId}/cards/{cardToken}/hand-over',
  consolePermission: 'hand-overs.write',
});
