import 'server-only';
import { z } from 'zod';
import { revealReasonSchema, revealTicket } from '../../../contracts/sensitive-details.schema.ts';
import type { ApprovalKind } from '../kind.ts';
import { mayDecideByFlag } from '../limits.ts';

const content = z.object({
  profileId: z.string(),
  cardToken: z.string(),
  reason: revealReasonSchema,
  ticket: revealTicket,
});
export type PinRevealContent = z.output<typeof content>;

/** Leaves a standing approval: whoever asked looks at the PIN once, within ten minutes. */
export const pinReveal: ApprovalKind<PinRevealContent> = {
  kind: 'pin.reveal',
  content,
  mayDecide: mayDecideByFlag,
  expiresAfterSeconds: 15 * 60,
  usableSeconds: 10 * 60,
  // Whoever decides learns how the card ends, why, and the ticket.
  hidesResource: true,
};
