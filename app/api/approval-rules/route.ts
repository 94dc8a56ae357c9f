import { getApprovalRules, updateApprovalRules } from '@/lib/contracts/approval-rules.schema';
import { readRules, requestRulesChange } from '@/lib/server/approvals/change-rules';
import { route } from '@/lib/server/http/route';

export const GET = route(getApprovalRules, ({ runtime }) => readRules(runtime));

export const PUT = route(updateApprovalRules, async ({ runtime, operator, body, noteForAudit }) => {
  const approvalId = await requestRulesChange(runtime, operator, body);
  noteForAudit({ approvalId });
  return { approvalId };
});
