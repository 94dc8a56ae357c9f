import type { z } from 'zod';
import type * as schema from './approval-rules.schema.ts';
import { defineEndpoint } from './define-endpoint.ts';

export type ApprovalRules = z.output<typeof schema.approvalRulesReply>;

export const getApprovalRules = defineEndpoint<{ reply: ApprovalRules }>()({
  method: 'GET',
  path: '/api/approval-rules',
  consolePermission: 'approval-rules.read',
});

/** Replaces them all. Always waits for a second administrator. */
export const updateApprovalRules = defineEndpoint<{
  body: z.input<typeof schema.approvalRulesBody>;
  reply: { approvalId: string };
}>()({ method: 'PUT', path: '/api/approval-rules', consolePermission: 'approval-rules.write' });
