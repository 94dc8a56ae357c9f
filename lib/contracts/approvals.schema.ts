import { z } from 'zod';
import { approvalKindNames, approvalStates } from '../catalogues/approval-kinds.ts';
import * as endpoints from './approvals.ts';
import { cardPath } from './cards.schema.ts';
import { decimalText, instant, listOf, serveEndpoint } from './endpoint-schema.ts';
import { revealReasonSchema, revealTicket } from './sensitive-details.schema.ts';

/** How the reader stands to what is asked for; only the first may decide. */
export const approvalStandings = [
  'yours-to-decide',
  'asked-by-you',
  'about-you',
  'decided-by-you',
  'above-your-limit',
  'not-yours',
] as const;
export const approvalsViews = ['waiting', 'pending', 'mine', 'decided'] as const;

export const approval = z.object({
  id: z.uuid(),
  kind: z.enum(approvalKindNames),
  /** What it is about, in a few words. */
  subject: z.string(),
  requestedBy: z.string(),
  requestedAt: instant,
  expiresAt: instant,
  state: z.enum(approvalStates),
  /** How many people have to agree, and how many have. */
  needed: z.number().int(),
  approvals: z.number().int(),
  amount: z.object({ value: decimalText, currency: z.string() }).nullable(),
  /** Who gave the last approval, or refused. */
  decidedBy: z.string().nullable(),
  /** When it was no longer pending, for whatever reason. */
  decidedAt: instant.nullable(),
  /** Until when what was approved may be done, where that has an end. */
  usableUntil: instant.nullable(),
  /** When it was done. */
  usedAt: instant.nullable(),
  standing: z.enum(approvalStandings),
  /** Asked for by the reader, or about the reader: somebody else decides. */
  isOwn: z.boolean(),
});
/** `lines`: exactly what is asked for, one plain sentence each. */
export const approvalDetail = approval.extend({
  lines: z.array(z.string()),
  /** `isAccepted`: by the reader. Whoever approves has to accept each. */
  items: z.array(
    z.object({ key: z.string(), kind: z.string(), lines: z.array(z.string()), isAccepted: z.boolean() }),
  ),
  /** Null where the lines have to do. */
  resource: z.object({ type: z.string(), id: z.string() }).nullable(),
  profileId: z.string().nullable(),
  decisions: z.array(
    z.object({
      by: z.string(),
      decision: z.enum(['approved', 'refused']),
      /** False where the person has agreed and could not any more: the flag or the limit was taken away. */
      doesCount: z.boolean(),
      at: instant,
      note: z.string().nullable(),
    }),
  ),
  /** Why it does not count any more. */
  endNote: z.string().nullable(),
});
/** `waiting`: for the reader. `pending`: for anybody. `mine`: asked for by the reader. */
export const approvalsQuery = z.strictObject({ view: z.enum(approvalsViews).default('pending') });
export const approvalList = listOf(approval);
export const decisionReply = z.object({ approval: approvalDetail, temporaryPassword: z.string().nullable() });

/** Only what has no endpoint of its own is asked for here. */
export const requestApprovalBody = z.strictObject({
  kind: z.literal('pin.reveal'),
  profileId: z.string().regex(/^\d{1,19}$/),
  cardToken: z.uuid(),
  reason: revealReasonSchema,
  ticket: revealTicket,
});
const freeText = z.string().trim().max(300);
export const approveBody = z.strictObject({ note: freeText.optional() });
export const refuseBody = z.strictObject({ reason: freeText.min(1, 'Say why.') });
export const itemBody = z.strictObject({ isAccepted: z.boolean() });

const path = z.strictObject({ approvalId: z.uuid() });
const itemPath = path.extend({ itemKey: z.string().regex(/^[\w.:-]{1,80}$/) });
const target = ({ params }: { params: Record<string, string> }) => ({
  type: 'approval' as const,
  id: params.approvalId ?? '',
});

export const listApprovals = serveEndpoint(endpoints.listApprovals, {
  query: approvalsQuery,
  reply: approvalList,
});
export const getApproval = serveEndpoint(endpoints.getApproval, { params: path, reply: approvalDetail });
export const requestApproval = serveEndpoint(endpoints.requestApproval, {
  body: requestApprovalBody,
  status: 202,
  reply: z.object({ approvalId: z.uuid() }),
  audit: {
    action: 'approvals.request',
    target: ({ body }: { body: z.output<typeof requestApprovalBody> }) => ({
      type: 'card',
      id: body.cardToken,
      profileId: body.profileId,
    }),
    details: ({ kind, reason }: z.output<typeof requestApprovalBody>) => ({ kind, reason }),
    texts: ({ ticket }: z.output<typeof requestApprovalBody>) => ({ ticket }),
  },
});
/** With the reason and the ticket that were given: only with the same is the PIN shown. */
export const pinApproval = approvalDetail.extend({ reason: revealReasonSchema, ticket: revealTicket });
export const getPinApproval = serveEndpoint(endpoints.getPinApproval, {
  params: cardPath,
  reply: z.object({ approval: pinApproval.nullable(), asOf: instant }),
});
export const approve = serveEndpoint(endpoints.approve, {
  params: path,
  body: approveBody,
  reply: decisionReply,
  audit: {
    action: 'approvals.approve',
    target,
    reason: (body: z.output<typeof approveBody>) => body.note,
  },
});
export const refuse = serveEndpoint(endpoints.refuse, {
  params: path,
  body: refuseBody,
  reply: decisionReply,
  audit: {
    action: 'approvals.refuse',
    target,
    reason: (body: z.output<typeof refuseBody>) => body.reason,
  },
});
export const withdrawApproval = serveEndpoint(endpoints.withdrawApproval, {
  params: path,
  body: z.strictObject({}),
  reply: approvalDetail,
  audit: { action: 'approvals.withdraw', target },
});
export const decideApprovalItem = serveEndpoint(endpoints.decideApprovalItem, {
  params: itemPath,
  body: itemBody,
  reply: approvalDetail,
  audit: {
    action: 'approvals.decide-item',
    target,
    details: ({ isAccepted }: z.output<typeof itemBody>) => ({ isAccepted }),
  },
});
