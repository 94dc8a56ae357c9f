import type { z } from 'zod';
import type * as schema from './approvals.schema.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type Approval = z.output<typeof schema.approval>;
type Decision = {
  params: { approvalId: string };
  body: Record<string, never>;
  reply: z.output<typeof schema.decisionReply>;
};

export const listApprovals = defineEndpoint<{
  query: z.input<typeof schema.approvalsQuery>;
  reply: z.output<typeof schema.approvalList>;
}>()({ method: 'GET', path: '/api/approvals', consolePermission: 'approvals.read' });

/** Never one's own. */
export const approve = defineEndpoint<Decision>()({
  method: 'POST',
  path: '/api/approvals/{approvalId}/approve',
  consolePermission: 'approvals.decide',
});
export const refuse = defineEndpoint<Decision>()({
  method: 'POST',
  path: '/api/approvals/{approvalId}/refuse',
  consolePermission: 'approvals.decide',
});
