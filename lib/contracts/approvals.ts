import type { z } from 'zod';
import type * as schema from './approvals.schema.ts';
import type { CardPath } from './cards.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type Approval = z.output<typeof schema.approval>;
export type ApprovalDetail = z.output<typeof schema.approvalDetail>;
export type PinApproval = z.output<typeof schema.pinApproval>;
export type ApprovalStanding = (typeof schema.approvalStandings)[number];
export type ApprovalsView = (typeof schema.approvalsViews)[number];
type ApprovalPath = { approvalId: string };
type DecisionReply = z.output<typeof schema.decisionReply>;

/** What the reader may know of, newest first, 200 at most; what each holds is read one by one. */
export const listApprovals = defineEndpoint<{
  query: z.input<typeof schema.approvalsQuery>;
  reply: z.output<typeof schema.approvalList>;
}>()({ method: 'GET', path: '/api/approvals', consolePermission: 'approvals.read' });

export const getApproval = defineEndpoint<{ params: ApprovalPath; reply: ApprovalDetail }>()({
  method: 'GET',
  path: '/api/approvals/{approvalId}',
  consolePermission: 'approvals.read',
});

/** Asks for a second person before a PIN is shown. Everything else is asked for at the endpoint that does it. */
export const requestApproval = defineEndpoint<{
  body: z.input<typeof schema.requestApprovalBody>;
  reply: { approvalId: string };
}>()({ method: 'POST', path: '/api/approvals', consolePermission: 'pin.reveal' });

/** The reader's own last request for this card's PIN; null once it is used or long over. */
export const getPinApproval = defineEndpoint<{
  params: CardPath;
  reply: { approval: PinApproval | null; asOf: string };
}>()({
  method: 'GET',
  path: '/api/profiles/{profileId}/cards/{cardToken}/pin/approval',
  consolePermission: 'pin.reveal',
});

/** Never one's own. Where two are needed, each person counts once. */
export const approve = defineEndpoint<{
  params: ApprovalPath;
  body: z.input<typeof schema.approveBody>;
  reply: DecisionReply;
}>()({ method: 'POST', path: '/api/approvals/{approvalId}/approve', consolePermission: 'approvals.decide' });

/** One refusal ends it. */
export const refuse = defineEndpoint<{
  params: ApprovalPath;
  body: z.input<typeof schema.refuseBody>;
  reply: DecisionReply;
}>()({ method: 'POST', path: '/api/approvals/{approvalId}/refuse', consolePermission: 'approvals.decide' });

/** Only one's own, as long as it waits. */
export const withdrawApproval = defineEndpoint<{
  params: ApprovalPath;
  body: Record<string, never>;
  reply: ApprovalDetail;
}>()({ method: 'POST', path: '/api/approvals/{approvalId}/withdraw', consolePermission: 'approvals.read' });

/** Accepts one item for the reader, or takes that back. */
export const decideApprovalItem = defineEndpoint<{
  params: ApprovalPath & { itemKey: string };
  body: z.input<typeof schema.itemBody>;
  reply: ApprovalDetail;
}>()({
  method: 'PUT',
  path: '/api/approvals/{approvalId}/items/{itemKey}',
  consolePermission: 'approvals.decide',
});
