import { z } from 'zod';
import { exportReasons } from '../catalogues/export-reasons.ts';
import { identityChecks } from '../catalogues/hand-overs.ts';
import * as endpoints from './cards.ts';
import { instant, int64Text, listOf, serveEndpoint, several, timeZoneName } from './endpoint-schema.ts';

export const cardPath = z.strictObject({ profileId: int64Text, cardToken: z.uuid() });

/** A card as Wise describes it; its enums are open, so an unknown value passes. */
export const wiseCard = z.object({
  token: z.string(),
  profileId: int64Text,
  status: z.object({ value: z.string() }),
  cardHolderName: z.string().nullable(),
  expiryDate: z.string().nullable(),
  lastFourDigits: z.string(),
  bankIdentificationNumber: z.string().nullable(),
  phoneNumber: z.string().nullable(),
  cardProgram: z.object({
    name: z.string(),
    scheme: z.string(),
    defaultCurrency: z.string(),
    cardType: z.string(),
  }),
  unlockSpendingPermissions: z.string(),
  creationTime: z.string(),
  modificationTime: z.string(),
});

/** What became of freezing a held card again: `none` = not asked for, `given-up` = too often within an hour. */
export const holdRefreeze = z.enum([
  'none',
  'due',
  'begun',
  'done',
  'unknown',
  'refused',
  'not-needed',
  'given-up',
]);

export const profileBrief = z.object({
  profileId: int64Text,
  profileType: z.string(),
  profileName: z.string(),
});

/** `isYours`: the reader may change and lift it. Of any other hold nobody is told whose it is or when it is reviewed. */
const holdMark = z.object({ isYours: z.boolean(), reviewOn: z.iso.date().nullable() });

/** What is told of a hold to those whose it is. `alert`: the card is or was ACTIVE under it, and nobody has seen to that yet. */
const holdDetails = z.object({
  holdId: z.string(),
  heldBy: z.string(),
  /** Placed or last reviewed by the reader. */
  isOwn: z.boolean(),
  /** Disabled, or of another role now. */
  holderHasLeft: z.boolean(),
  placedAt: instant,
  refreezes: z.boolean(),
  /** Null once the card's texts were erased. */
  reason: z.string().nullable(),
  alert: z
    .object({ cause: z.enum(['turned-active', 'not-frozen']), at: instant, refreeze: holdRefreeze })
    .nullable(),
});
export const cardHold = holdMark.extend({ details: holdDetails.nullable() });

/**
 * Only for who sees the cards of own branches alone. Such a reader is told holder, phone number and personal profile from the
 * moment the card can be printed until it is handed over, and may activate it from then on.
 */
const ownBranchMark = z.object({ isHolderShown: z.boolean(), isHandedOver: z.boolean() });

/** `asOf`: when the console last learned of this row from Wise. `hold`: the reader's own where there is one, else another's. */
export const indexedCard = wiseCard
  .extend(profileBrief.shape)
  .extend({ hold: holdMark.nullable(), ownBranch: ownBranchMark.optional(), asOf: instant });

const cardSort = z.enum([
  'holder',
  '-holder',
  'lastFour',
  '-lastFour',
  'status',
  '-status',
  'expiry',
  '-expiry',
  'created',
  '-created',
  'changed',
  '-changed',
]);
const cardFilters = {
  query: z.string().trim().max(200).optional(),
  status: several(z.string().max(40)),
  type: several(z.string().max(60)),
  scheme: several(z.string().max(40)),
  programme: several(z.string().max(80)),
  profileId: several(int64Text),
  /** `held`: a hold stands, whoever's; `yours`: one that the reader may lift. */
  hold: several(z.string().max(20)),
  sort: cardSort.default('-changed'),
};
export const cardListQuery = z.strictObject({
  ...cardFilters,
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
/** `counts`: cards per status under every other filter. `choices`: the values the index holds, for the filter menus. */
export const cardListReply = listOf(indexedCard).extend({
  counts: z.record(z.string(), z.number().int()),
  choices: z.object({
    programme: z.array(z.string()),
    scheme: z.array(z.string()),
    type: z.array(z.string()),
  }),
  profiles: z.number().int(),
});

export const cardExportQuery = z.strictObject({
  ...cardFilters,
  reason: z.enum(exportReasons),
  includePhone: z.enum(['true', 'false']).default('false'),
  timeZone: timeZoneName.default('UTC'),
  columns: z.string().max(400).optional(),
});

export const profileCardsQuery = z.strictObject({
  pageSize: z.coerce.number().int().min(10).max(100).default(10),
  pageNumber: z.coerce.number().int().min(1).default(1),
});
export const profileCardsReply = z.object({
  cards: z.array(wiseCard),
  totalCount: z.number().int(),
  asOf: instant,
});

/** `readAt`: when Wise was asked. `source`: `wise` = just now, `index` = Wise did not answer, this is the console's own copy. */
export const cardReply = indexedCard.extend({
  hold: cardHold.nullable(),
  source: z.enum(['wise', 'index']),
  readAt: instant,
});

export const cardStatusBody = z.strictObject({
  status: z.enum(['ACTIVE', 'FROZEN', 'BLOCKED']),
  reason: z.string().trim().max(300).optional(),
  /** Activation only: the person at the other end said that the card is in their hand. */
  cardInHand: z.boolean().optional(),
});
export const resetPinCountReply = z.object({ clearedAt: instant });

/**
 * What happened to a card, newest first. `actor` is null where nobody in this console did it, or where it may not be told.
 * `via`: `console` = an act here, `wise` = Wise itself, `partner-api` = another client of the same API key.
 */
export const cardEvent = z.object({
  id: z.string(),
  at: instant,
  kind: z.enum(['status', 'spending-permissions', 'pin-count', 'hold', 'reveal', 'hand-over']),
  action: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  changes: z.array(z.object({ type: z.string(), isEnabled: z.boolean() })),
  /** `to-confirm`: not done, because Wise wanted it confirmed first. */
  outcome: z.enum(['succeeded', 'failed', 'to-confirm', 'unknown', 'running']),
  actor: z.string().nullable(),
  via: z.enum(['console', 'wise', 'partner-api']),
  reason: z.string().nullable(),
  /** Of a hold: the day of its review that was set with this act. */
  reviewOn: z.iso.date().nullable(),
  /** Of a hand-over. */
  identityCheckedBy: z.enum(identityChecks).optional(),
});
export const cardHistoryReply = z.object({
  items: z.array(cardEvent),
  nextCursor: z.string().nullable(),
  asOf: instant,
});
export const cardHistoryQuery = z.strictObject({
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export type CardPath = z.output<typeof cardPath>;

export const listCards = serveEndpoint(endpoints.listCards, { query: cardListQuery, reply: cardListReply });
export const exportCards = serveEndpoint(endpoints.exportCards, {
  query: cardExportQuery,
  reply: 'raw',
  audit: { action: 'cards.export', target: () => ({ type: 'cards', id: 'index' }) },
});
const profilePath = z.strictObject({ profileId: int64Text });
export const listProfileCards = serveEndpoint(endpoints.listProfileCards, {
  params: profilePath,
  query: profileCardsQuery,
  reply: profileCardsReply,
});
export const getCard = serveEndpoint(endpoints.getCard, { params: cardPath, reply: cardReply });
export const getCardHistory = serveEndpoint(endpoints.getCardHistory, {
  params: cardPath,
  query: cardHistoryQuery,
  reply: cardHistoryReply,
});

export const cardTarget = ({ params }: { params: Record<string, string> }) => ({
  type: 'card' as const,
  id: params.cardToken ?? '',
  profileId: params.profileId ?? '',
});
export const updateCardStatus = serveEndpoint(endpoints.updateCardStatus, {
  params: cardPath,
  body: cardStatusBody,
  reply: cardReply,
  audit: {
    action: 'cards.update-status',
    target: cardTarget,
    reason: (body: z.output<typeof cardStatusBody>) => body.reason,
    details: (body: z.output<typeof cardStatusBody>) => ({
      to: body.status,
      ...(body.cardInHand !== undefined && { cardInHand: body.cardInHand }),
    }),
  },
});
export const resetPinCount = serveEndpoint(endpoints.resetPinCount, {
  params: cardPath,
  body: z.strictObject({}),
  reply: resetPinCountReply,
  audit: { action: 'pin-count.reset', target: cardTarget },
});
