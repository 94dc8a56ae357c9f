import { z } from 'zod';
import { type RevealReason, revealedFields, revealedThings, revealReasons } from '../catalogues/reveals.ts';
import { cardPath, cardTarget } from './cards.schema.ts';
import { instant, serveEndpoint } from './endpoint-schema.ts';
import * as endpoints from './sensitive-details.ts';

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** The public half of a key pair that the page made for this one reveal. */
export const revealPublicKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
});

const reasons = Object.keys(revealReasons) as [RevealReason, ...RevealReason[]];
export const revealReasonSchema = z.enum(reasons);
const manyDigits = /\d(?:[ -]?\d){11}/;
/** A ticket's number, in which no card number can be typed by mistake. */
export const revealTicket = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._/#:-]{0,39}$/u, 'Letters, digits and . _ / # : - , at most 40.')
  .refine((text) => !manyDigits.test(text), 'This looks like a card number. Give the ticket’s number.');

export const revealBody = z.strictObject({
  reason: revealReasonSchema,
  ticket: revealTicket,
  publicKey: revealPublicKey,
});
/** `sealed`: for that key alone. `expiresAt`: after it the console takes no word any more of what the page did with it. */
export const revealReply = z.object({ revealId: z.uuid(), sealed: z.string(), expiresAt: instant });

export const revealOutcomes = [
  'asked',
  'waiting',
  'refused',
  'opened',
  'not-opened',
  'another-card',
] as const;
export const cardReveal = z.object({
  revealId: z.uuid(),
  at: instant,
  what: z.enum(revealedThings),
  by: z.string(),
  reason: z.enum(reasons).catch('investigation'),
  /** Null once the card's texts were erased. */
  ticket: z.string().nullable(),
  outcome: z.enum(revealOutcomes),
});
const limit = z.object({ used: z.number().int(), most: z.number().int() });
/** `yours`: of the person who asks, within the last 24 hours. `ofCard`: by anybody, within the last 30 days. */
export const cardRevealsReply = z.object({
  items: z.array(cardReveal),
  nextCursor: z.null(),
  asOf: instant,
  limits: z.object({ yours: limit, ofCard: limit }),
  /** Whether this installation shows PINs at all. */
  showsPins: z.boolean(),
  /** When the card was last found to wait for its print at a kiosk; Wise is not asked for it here. */
  waitedForPrintAt: instant.nullable(),
});

const revealPath = cardPath.extend({ revealId: z.uuid() });
/** What the page did with what it was given. */
export const revealEventBody = z.discriminatedUnion('event', [
  z.strictObject({ event: z.enum(['opened', 'not-opened', 'another-card']) }),
  z.strictObject({ event: z.literal('copied'), field: z.enum(revealedFields) }),
]);

type RevealBody = z.output<typeof revealBody>;
const auditOf = (action: string) => ({
  action,
  target: cardTarget,
  details: (body: RevealBody) => ({ reason: body.reason }),
  texts: (body: RevealBody) => ({ ticket: body.ticket }),
});
export const revealDetails = serveEndpoint(endpoints.revealDetails, {
  params: cardPath,
  body: revealBody,
  reply: revealReply,
  audit: auditOf('sensitive-details.reveal'),
});
export const revealPin = serveEndpoint(endpoints.revealPin, {
  params: cardPath,
  body: revealBody,
  reply: revealReply,
  audit: auditOf('pin.reveal'),
});
export const listCardReveals = serveEndpoint(endpoints.listCardReveals, {
  params: cardPath,
  reply: cardRevealsReply,
});
export const noteRevealEvent = serveEndpoint(endpoints.noteRevealEvent, {
  params: revealPath,
  body: revealEventBody,
  reply: z.object({}),
  audit: {
    action: 'sensitive-details.note',
    target: cardTarget,
    details: (body: z.output<typeof revealEventBody>) => ({ ...body }),
  },
});
