import { z } from 'zod';
import { declineActors } from '../catalogues/decline-actors.ts';
import { declineFamilies } from '../catalogues/decline-families.ts';
import * as endpoints from './decline-reasons.ts';
import { instant, serveEndpoint } from './endpoint-schema.ts';

export const declineFamily = z.enum(declineFamilies);
export const declineActor = z.enum(declineActors);
/** `after-fix`: once what caused it is mended. */
export const retryAdvice = z.enum(['yes', 'later', 'once', 'after-fix', 'no']);

/** What one decline reason means, as far as the reader may know. */
export const declineReason = z.object({
  code: z.string(),
  /** Null where it would say more than the code. */
  family: declineFamily.nullable(),
  title: z.string(),
  happened: z.string(),
  cause: z.string(),
  actor: declineActor,
  next: z.string(),
  retry: retryAdvice,
  retryText: z.string(),
  /** Words for the cardholder. */
  say: z.string(),
  /** `tell`: the words give the reason. `neutral`: they do not. `staff-only`: compliance alone reads this entry. */
  mayBeTold: z.enum(['tell', 'neutral', 'staff-only']),
  /** Made more exact by Wise's detailed codes. */
  notes: z.array(z.string()),
  /** Where two people of compliance said what it means. `by`: who they were, for compliance alone. */
  classified: z.object({ at: instant, by: z.array(z.string()).nullable() }).nullable(),
});
export const declineReasonsReply = z.object({ items: z.array(declineReason) });

export const listDeclineReasons = serveEndpoint(endpoints.listDeclineReasons, { reply: declineReasonsReply });
