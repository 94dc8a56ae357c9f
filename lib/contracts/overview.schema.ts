import { z } from 'zod';
import { instant, serveEndpoint } from './endpoint-schema.ts';
import * as endpoints from './overview.ts';

/** Something that waits for this person. */
export const overviewItem = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('outcome-unknown'),
    at: instant,
    action: z.string(),
    /** The status that was asked for, where one was. */
    to: z.string().nullable(),
    profileId: z.string(),
    cardToken: z.string(),
    lastFourDigits: z.string(),
  }),
  z.object({
    kind: z.literal('approval'),
    at: instant,
    approvalId: z.string(),
    subject: z.string(),
    requestedBy: z.string(),
  }),
  z.object({ kind: z.literal('connection-broken'), at: instant, profiles: z.number().int() }),
  z.object({ kind: z.literal('cards-suspended'), at: instant, cards: z.number().int() }),
]);
export const overviewReply = z.object({
  needsYou: z.array(overviewItem),
  cardCounts: z.record(z.string(), z.number().int()),
  cardsTotal: z.number().int(),
  recentlyOpened: z.array(
    z.object({
      profileId: z.string(),
      cardToken: z.string(),
      lastFourDigits: z.string(),
      cardHolderName: z.string().nullable(),
      at: instant,
    }),
  ),
  recentlyChanged: z.array(
    z.object({
      profileId: z.string(),
      cardToken: z.string(),
      lastFourDigits: z.string(),
      cardHolderName: z.string().nullable(),
      status: z.string(),
      at: instant,
    }),
  ),
  wise: z.object({
    lastEventAt: instant.nullable(),
    indexCompletedAt: instant.nullable(),
    indexRunning: z.boolean(),
    requestsThisMinute: z.number().int(),
    requestsPerMinute: z.number().int(),
    profiles: z.number().int(),
    connectedProfiles: z.number().int(),
  }),
  asOf: instant,
});
export const getOverview = serveEndpoint(endpoints.getOverview, { reply: overviewReply });
