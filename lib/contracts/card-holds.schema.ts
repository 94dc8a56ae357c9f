import { z } from 'zod';
import { latestReviewInDays } from '../catalogues/card-holds.ts';
import * as endpoints from './card-holds.ts';
import { cardHold, cardPath, cardReply, cardTarget } from './cards.schema.ts';
import { serveEndpoint } from './endpoint-schema.ts';

const dayMs = 86_400_000;
const dayFromNow = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

/** Today is yesterday in UTC for whoever sits west enough. */
const reviewOn = z.iso
  .date()
  .refine((day) => day >= dayFromNow(-1), 'The review cannot lie in the past.')
  .refine((day) => day <= dayFromNow(latestReviewInDays), 'The review lies more than a year ahead.');
const holdReason = z.string().trim().min(1, 'Say why the card is held.').max(500);

export const placeHoldBody = z.strictObject({
  reason: holdReason,
  reviewOn,
  /** Freeze it again when it turns ACTIVE by itself. */
  refreezes: z.boolean(),
});
export const changeHoldBody = z.strictObject({
  holdId: z.uuid(),
  reviewOn,
  /** Absent: the one that stands. */
  reason: holdReason.optional(),
  refreezes: z.boolean(),
});
export const liftHoldBody = z.strictObject({
  holdId: z.uuid(),
  unfreeze: z.boolean(),
  reason: z.string().trim().max(500).optional(),
});
export const acknowledgeHoldAlertBody = z.strictObject({ holdId: z.uuid() });
export const changeHoldReply = z.object({ hold: cardHold.nullable() });

export const placeHold = serveEndpoint(endpoints.placeHold, {
  params: cardPath,
  body: placeHoldBody,
  reply: cardReply,
  audit: {
    action: 'cards.hold',
    target: cardTarget,
    reason: (body: z.output<typeof placeHoldBody>) => body.reason,
    texts: (body: z.output<typeof placeHoldBody>) => ({ reviewOn: body.reviewOn }),
  },
});
export const changeHold = serveEndpoint(endpoints.changeHold, {
  params: cardPath,
  body: changeHoldBody,
  reply: changeHoldReply,
  audit: {
    action: 'cards.change-hold',
    target: cardTarget,
    reason: (body: z.output<typeof changeHoldBody>) => body.reason,
    texts: (body: z.output<typeof changeHoldBody>) => ({ reviewOn: body.reviewOn }),
    details: (body: z.output<typeof changeHoldBody>) => ({ holdId: body.holdId }),
  },
});
export const liftHold = serveEndpoint(endpoints.liftHold, {
  params: cardPath,
  body: liftHoldBody,
  reply: cardReply,
  audit: {
    action: 'cards.lift-hold',
    target: cardTarget,
    reason: (body: z.output<typeof liftHoldBody>) => body.reason,
    details: (body: z.output<typeof liftHoldBody>) => ({
      holdId: body.holdId,
      ...(body.unfreeze && { to: 'ACTIVE' }),
    }),
  },
});
export const acknowledgeHoldAlert = serveEndpoint(endpoints.acknowledgeHoldAlert, {
  params: cardPath,
  body: acknowledgeHoldAlertBody,
  reply: changeHoldReply,
  audit: {
    action: 'cards.acknowledge-hold-alert',
    target: cardTarget,
    details: (body: z.output<typeof acknowledgeHoldAlertBody>) => ({ holdId: body.holdId }),
  },
});
