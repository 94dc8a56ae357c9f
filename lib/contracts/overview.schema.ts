import { z } from 'zod';
import { approvalKindNames } from '../catalogues/approval-kinds.ts';
import { batchGroupWaits } from '../catalogues/batch-statuses.ts';
import { cardOrderNeeds } from './card-order-list.schema.ts';
import { holdRefreeze } from './cards.schema.ts';
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
    asks: z.enum(approvalKindNames),
    subject: z.string(),
    requestedBy: z.string(),
  }),
  /** `rows`: to be mended or left out. `until`: when Wise ends the transfers. */
  z.object({
    kind: z.literal('batch-group'),
    why: z.enum(batchGroupWaits),
    at: instant,
    batchGroupId: z.string(),
    profileId: z.string(),
    name: z.string(),
    rows: z.number().int(),
    until: instant.nullable(),
  }),
  z.object({ kind: z.literal('connection-broken'), at: instant, profiles: z.number().int() }),
  z.object({ kind: z.literal('cards-suspended'), at: instant, cards: z.number().int() }),
  /** Exactly those that the list finds by the same need. `at`: the latest change of them. */
  z.object({
    kind: z.literal('card-orders'),
    need: z.enum(cardOrderNeeds),
    at: instant,
    orders: z.number().int(),
  }),
  /** `status`: as the index knows it now. */
  z.object({
    kind: z.literal('held-card-active'),
    at: instant,
    cause: z.enum(['turned-active', 'not-frozen']),
    refreeze: holdRefreeze,
    status: z.string(),
    holdId: z.string(),
    profileId: z.string(),
    cardToken: z.string(),
    lastFourDigits: z.string(),
  }),
  /** `at`: when it was placed. */
  z.object({
    kind: z.literal('hold-review-due'),
    at: instant,
    reviewOn: z.iso.date(),
    heldBy: z.string(),
    /** It waits for a colleague, whenever its review is. */
    holderHasLeft: z.boolean(),
    holdId: z.string(),
    profileId: z.string(),
    cardToken: z.string(),
    lastFourDigits: z.string(),
  }),
  /** Only for compliance. `at`: when the first of them is due. `dueSoon`: within a day. */
  z.object({
    kind: z.literal('cases'),
    at: instant,
    late: z.number().int(),
    dueSoon: z.number().int(),
    yours: z.number().int(),
    yoursLate: z.number().int(),
    untakenLate: z.number().int(),
  }),
  /** Only for compliance: codes that nobody has classified. `at`: when the last of them was met. */
  z.object({ kind: z.literal('new-codes'), at: instant, codes: z.number().int() }),
  /** Those beyond the ones listed. */
  z.object({ kind: z.literal('more-hold-reviews-due'), at: instant, holds: z.number().int() }),
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
      isHeld: z.boolean(),
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
