import { z } from 'zod';
import * as endpoints from './approvals.ts';
import { instant, listOf, serveEndpoint } from './endpoint-schema.ts';

/** `lines`: exactly what is asked for, one plain sentence each. */
export const approval = z.object({
  id: z.uuid(),
  kind: z.enum(['staff.add', 'staff.update', 'staff.temporary-password']),
  subject: z.string(),
  lines: z.array(z.string()),
  requestedBy: z.string(),
  requestedAt: instant,
  state: z.enum(['pending', 'approved', 'refused']),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  /** Asked for by the reader, or about the reader: somebody else decides. */
  isOwn: z.boolean(),
});
export const approvalsQuery = z.strictObject({ state: z.enum(['pending', 'decided']).default('pending') });
export const approvalList = listOf(approval);
export const decisionReply = z.object({ approval, temporaryPassword: z.string().nullable() });

const path = z.strictObject({ approvalId: z.uuid() });
const target = ({ params }: { params: Record<string, string> }) => ({
  type: 'approval' as const,
  id: params.approvalId ?? '',
});
export const listApprovals = serveEndpoint(endpoints.listApprovals, {
  query: approvalsQuery,
  reply: approvalList,
});
export const approve = serveEndpoint(endpoints.approve, {
  params: path,
  body: z.strictObject({}),
  reply: decisionReply,
  audit: { action: 'approvals.approve', target },
});
export const refuse = serveEndpoint(endpoints.refuse, {
  params: path,
  body: z.strictObject({}),
  reply: decisionReply,
  audit: { action: 'approvals.refuse', target },
});
