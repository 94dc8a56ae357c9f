import { z } from 'zod';
import { exportReasons } from '../catalogues/export-reasons.ts';
import { caseEntryKinds, caseOutcomes, caseStates, severities } from '../catalogues/decline-desk.ts';
import { longestNote } from '../catalogues/notes.ts';
import { money, wiseTransaction } from './card-transactions.schema.ts';
import { cardEvent } from './cards.schema.ts';
import * as endpoints from './cases.ts';
import { declineReason } from './decline-reasons.schema.ts';
import { instant, int64Text, listOf, serveEndpoint, several, timeZoneName } from './endpoint-schema.ts';
import { spendingPermission } from './spending-permissions.schema.ts';

export const casePath = z.strictObject({ caseId: z.uuid() });
const colleague = z.object({ id: z.uuid(), name: z.string() });
const noteText = z.string().trim().min(1, 'Write what there is to know.').max(longestNote);
/** Of the case as the person saw it. */
export const version = z.number().int();

/** `isOverdue`: open, and past its time. */
export const deskCase = z.object({
  id: z.uuid(),
  state: z.enum(caseStates),
  severity: z.enum(severities),
  profileId: int64Text,
  transactionId: int64Text,
  cardToken: z.string(),
  lastFourDigits: z.string().nullable(),
  cardHolderName: z.string().nullable(),
  declineReason: z.string().nullable(),
  detailedDeclineReason: z.string().nullable(),
  declineTitle: z.string(),
  creationTime: instant,
  transactionAmount: money,
  billingAmount: money.nullable(),
  merchantName: z.string().nullable(),
  merchantCountry: z.string().nullable(),
  rules: z.array(z.object({ id: z.uuid(), name: z.string() })),
  assignee: colleague.nullable(),
  /** Who closed it, or put it to a second reader. */
  decidedBy: z.uuid().nullable(),
  needsSecondReader: z.boolean(),
  /** The case it went on in. */
  mergedInto: z.uuid().nullable(),
  openedAt: instant,
  dueAt: instant,
  isOverdue: z.boolean(),
  closedAt: instant.nullable(),
  outcome: z.enum(caseOutcomes).nullable(),
  followUpOn: z.iso.date().nullable(),
  version,
});
/**
 * `by`: null where the console did it. `text`: null where there is none, or where it was erased. `held`: compliance's hold on the
 * card, which is no step of the case itself; `by` answers for it.
 */
export const caseEntry = z.object({
  id: z.uuid(),
  kind: z.enum([...caseEntryKinds, 'held']),
  at: instant,
  by: z.string().nullable(),
  /** Whom it was handed to. */
  to: z.string().nullable(),
  /** Whom a note calls. */
  mentions: z.array(z.string()),
  /** How many transactions were linked, or cases merged into this one. */
  count: z.number().int().nullable(),
  /** It was written in a case that went on in this one. */
  isOfMerged: z.boolean(),
  outcome: z.enum(caseOutcomes).nullable(),
  severity: z.enum(severities).nullable(),
  followUpOn: z.iso.date().nullable(),
  text: z.string().nullable(),
});
/** A transaction that belongs to a case, or may. */
export const relatedTransaction = z.object({
  profileId: int64Text,
  id: int64Text,
  cardToken: z.string(),
  lastFourDigits: z.string().nullable(),
  creationTime: instant,
  state: z.string(),
  transactionAmount: money,
  merchantName: z.string().nullable(),
});
/** `colleagues`: to whom it can be handed over. `related`: what belongs to it besides, by a rule or because somebody linked it. */
export const caseDetail = deskCase.extend({
  transaction: wiseTransaction,
  reason: declineReason,
  related: z.array(relatedTransaction),
  /** `status`: as the index has it. `hold`: compliance's, wherever it was placed; `isOfThisCase`: since the case is there. */
  card: z.object({
    status: z.string().nullable(),
    hold: z.object({ heldBy: z.string(), reviewOn: z.iso.date(), isOfThisCase: z.boolean() }).nullable(),
  }),
  entries: z.array(caseEntry),
  colleagues: z.array(colleague),
  asOf: instant,
});

/**
 * `switches`: as they were read then. `place`: the last reading before the payment, the first after it, or another that found
 * a change. `by`: who of this console changed it; null also where that was done elsewhere (`isHere` false).
 */
export const cardMoment = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('card-event'), id: z.string(), at: instant, event: cardEvent }),
  z.object({
    kind: z.literal('switches'),
    id: z.string(),
    at: instant,
    confirmedAt: instant,
    place: z.enum(['before', 'after', 'apart']),
    permissions: z.array(spendingPermission),
    changed: z.array(spendingPermission.extend({ isHere: z.boolean(), by: z.string().nullable() })),
  }),
  z.object({
    kind: z.literal('production'),
    id: z.string(),
    at: instant,
    status: z.string(),
    kioskId: z.string().nullable(),
    errorCode: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('order'),
    id: z.string(),
    at: instant,
    profileId: int64Text,
    orderId: z.string(),
    status: z.string(),
  }),
]);
/** The newest first. `isCut`: more happened than is told. */
export const cardTimeline = z.object({
  moments: z.array(cardMoment),
  declinedAt: instant,
  isCut: z.boolean(),
  asOf: instant,
});

export const casesQuery = z.strictObject({
  state: several(z.enum(caseStates)),
  severity: several(z.enum(severities)),
  assignee: z.union([z.literal('me'), z.uuid()]).optional(),
  ruleId: z.uuid().optional(),
  /** Cases with a note that calls the reader. */
  mentions: z.literal('me').optional(),
  reason: several(z.string().max(100)),
  overdue: z.literal('yes').optional(),
  sort: z.enum(['due', '-due']).default('due'),
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const casesExportQuery = casesQuery.omit({ cursor: true, limit: true }).extend({
  exportReason: z.enum(exportReasons),
  timeZone: timeZoneName.default('UTC'),
});
/** `counts` per state, under every other filter. */
export const casesReply = listOf(deskCase).extend({ counts: z.record(z.enum(caseStates), z.number().int()) });

/** Of open cases. `dueSoon`: within a day. `waitsForYou`: those the reader has, and late ones that nobody has. */
export const deskCounts = z.object({
  open: z.number().int(),
  late: z.number().int(),
  dueSoon: z.number().int(),
  yours: z.number().int(),
  yoursLate: z.number().int(),
  untakenLate: z.number().int(),
  waitsForYou: z.number().int(),
  asOf: instant,
});

export const takeCaseBody = z.strictObject({ version });
export const handOverCaseBody = z.strictObject({
  version,
  to: z.uuid(),
  note: z.string().trim().max(longestNote).optional(),
});
export const noteCaseBody = z.strictObject({
  version,
  note: noteText,
  /** Where more of it lies: a link, or a number elsewhere. No file is kept here. */
  reference: z.string().trim().max(300).optional(),
  /** People of compliance whom the note calls. */
  mentions: z.array(z.uuid()).max(20).default([]),
});
export const decision = {
  outcome: z.enum(caseOutcomes),
  /** When somebody looks again. */
  followUpOn: z.iso.date().optional(),
  /** Wise's, of what was referred to them. */
  reference: z.string().trim().max(100).optional(),
  note: noteText,
};
export const hasReference = ({ outcome, reference }: { outcome: string; reference?: string | undefined }) =>
  outcome !== 'referred-to-wise' || Boolean(reference);
export const noReference = { message: 'Write the reference under which Wise has it.', path: ['reference'] };
export const decideCaseBody = z
  .strictObject({ version, severity: z.enum(severities), ...decision })
  .refine(hasReference, noReference);
export const reopenCaseBody = z.strictObject({ version, note: noteText });
export const agreeCaseBody = z.strictObject({ version, note: z.string().trim().max(longestNote).optional() });
export const disagreeCaseBody = z.strictObject({ version, note: noteText });

const transactionId = z
  .string()
  .trim()
  .regex(/^\d{1,19}$/, 'A transaction id has digits only.');
/** Without a profile: the one transaction of that id. */
export const linkTransactionsBody = z.strictObject({
  version,
  transactions: z
    .array(z.strictObject({ profileId: int64Text.optional(), transactionId }))
    .min(1)
    .max(50),
});
export const unlinkTransactionBody = z.strictObject({ version, profileId: int64Text, transactionId });
/** `ofCard`: the card's, of a week before and after. `ofShop`: the shop's declines on other cards, of a day before and after. */
export const nearbyReply = z.object({
  ofCard: z.array(relatedTransaction),
  ofShop: z.array(relatedTransaction),
  asOf: instant,
});
export const target = ({ params }: { params: Record<string, string> }) => ({
  type: 'case' as const,
  id: params.caseId ?? '',
});

export const listCases = serveEndpoint(endpoints.listCases, { query: casesQuery, reply: casesReply });
export const getDeskCounts = serveEndpoint(endpoints.getDeskCounts, { reply: deskCounts });
export const getCaseCardTimeline = serveEndpoint(endpoints.getCaseCardTimeline, {
  params: casePath,
  reply: cardTimeline,
});
export const exportCases = serveEndpoint(endpoints.exportCases, {
  query: casesExportQuery,
  reply: 'raw',
  audit: { action: 'cases.export', target: () => ({ type: 'case', id: 'all' }), isSealed: true },
});
/** Opening one with a restricted reason is written into the trail, sealed. */
export const getCase = serveEndpoint(endpoints.getCase, { params: casePath, reply: caseDetail });
export const takeCase = serveEndpoint(endpoints.takeCase, {
  params: casePath,
  body: takeCaseBody,
  reply: caseDetail,
  audit: { action: 'cases.take', target, isSealed: true },
});
export const handOverCase = serveEndpoint(endpoints.handOverCase, {
  params: casePath,
  body: handOverCaseBody,
  reply: caseDetail,
  audit: {
    action: 'cases.hand-over',
    target,
    details: ({ to }: z.output<typeof handOverCaseBody>) => ({ to }),
    isSealed: true,
  },
});
export const addCaseNote = serveEndpoint(endpoints.addCaseNote, {
  params: casePath,
  body: noteCaseBody,
  reply: caseDetail,
  audit: {
    action: 'cases.note',
    target,
    details: ({ mentions }: z.output<typeof noteCaseBody>) => ({ mentions }),
    isSealed: true,
  },
});
export const decideCase = serveEndpoint(endpoints.decideCase, {
  params: casePath,
  body: decideCaseBody,
  reply: caseDetail,
  audit: {
    action: 'cases.decide',
    target,
    details: ({ followUpOn, outcome, severity }: z.output<typeof decideCaseBody>) => ({
      outcome,
      severity,
      followUpOn,
    }),
    isSealed: true,
  },
});
export const reopenCase = serveEndpoint(endpoints.reopenCase, {
  params: casePath,
  body: reopenCaseBody,
  reply: caseDetail,
  audit: { action: 'cases.reopen', target, isSealed: true },
});
export const agreeToCase = serveEndpoint(endpoints.agreeToCase, {
  params: casePath,
  body: agreeCaseBody,
  reply: caseDetail,
  audit: { action: 'cases.agree', target, isSealed: true },
});
export const disagreeWithCase = serveEndpoint(endpoints.disagreeWithCase, {
  params: casePath,
  body: disagreeCaseBody,
  reply: caseDetail,
  audit: { action: 'cases.disagree', target, isSealed: true },
});
export const findNearby = serveEndpoint(endpoints.findNearby, { params: casePath, reply: nearbyReply });
export const linkTransactions = serveEndpoint(endpoints.linkTransactions, {
  params: casePath,
  body: linkTransactionsBody,
  reply: caseDetail,
  audit: {
    action: 'cases.link',
    target,
    details: ({ transactions }: z.output<typeof linkTransactionsBody>) => ({ transactions }),
    isSealed: true,
  },
});
export const unlinkTransaction = serveEndpoint(endpoints.unlinkTransaction, {
  params: casePath,
  body: unlinkTransactionBody,
  reply: caseDetail,
  audit: {
    action: 'cases.unlink',
    target,
    details: ({ profileId, transactionId }: z.output<typeof unlinkTransactionBody>) => ({
      profileId,
      transactionId,
    }),
    isSealed: true,
  },
});
