import { z } from 'zod';
import { longestNote, shortestReason } from '../catalogues/notes.ts';
import { instant, int64Text, listOf, serveEndpoint, several } from './endpoint-schema.ts';
import * as endpoints from './legal-holds.ts';

const why = z.string().trim().min(shortestReason, 'Write why.').max(longestNote);

export const legalHold = z.object({
  id: z.uuid(),
  profileId: int64Text,
  profileName: z.string(),
  /** Null: the customer with every card. */
  cardToken: z.string().nullable(),
  lastFourDigits: z.string().nullable(),
  /** Null once it was erased with its subject’s key. */
  reason: z.string().nullable(),
  placedBy: z.string(),
  placedAt: instant,
  liftedBy: z.string().nullable(),
  liftedAt: instant.nullable(),
  /** A lifting that waits for a second person of compliance. */
  pendingApprovalId: z.uuid().nullable(),
  /** Transactions that would have gone by now. */
  keeps: z.number().int(),
});
export const legalHoldStates = ['standing', 'lifted'] as const;
export const legalHoldsQuery = z.strictObject({
  /** A customer’s name, an id of a profile, a card’s last four digits or its token. */
  query: z.string().max(100).optional(),
  state: several(z.enum(legalHoldStates)),
  /** Those on the customer, and with `cardToken` of them those that hold this card. */
  profileId: int64Text.optional(),
  cardToken: z.string().max(64).optional(),
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const legalHoldsReply = listOf(legalHold);
export const placeLegalHoldBody = z.strictObject({
  profileId: int64Text,
  cardToken: z.uuid().nullish(),
  reason: why,
});
export const liftLegalHoldBody = z.strictObject({ reason: why });

export const listLegalHolds = serveEndpoint(endpoints.listLegalHolds, {
  query: legalHoldsQuery,
  reply: legalHoldsReply,
});
export const placeLegalHold = serveEndpoint(endpoints.placeLegalHold, {
  body: placeLegalHoldBody,
  reply: z.object({ holdId: z.uuid() }),
  audit: {
    action: 'legal-holds.place',
    target: () => ({ type: 'legal-hold', id: 'new' }),
    reason: ({ reason }: z.output<typeof placeLegalHoldBody>) => reason,
    details: ({ cardToken, profileId }: z.output<typeof placeLegalHoldBody>) => ({ cardToken, profileId }),
    isSealed: true,
  },
});
export const liftLegalHold = serveEndpoint(endpoints.liftLegalHold, {
  params: z.strictObject({ legalHoldId: z.uuid() }),
  body: liftLegalHoldBody,
  status: 202,
  reply: z.object({ approvalId: z.uuid() }),
  audit: {
    action: 'legal-holds.lift',
    target: ({ params }) => ({ type: 'legal-hold', id: params.legalHoldId ?? '' }),
    reason: ({ reason }: z.output<typeof liftLegalHoldBody>) => reason,
    isSealed: true,
  },
});
