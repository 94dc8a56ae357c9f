import { changeDeskRule } from '@/lib/contracts/desk-rules.schema';
import { route } from '@/lib/server/http/route';
import { requestRuleChange } from '@/lib/server/services/desk-rules/change-rule';

export const PUT = route(changeDeskRule, async ({ runtime, operator, params, body, noteForAudit }) => {
  const approvalId = await requestRuleChange(runtime, operator, params.ruleId, body);
  noteForAudit({ approvalId });
  return { approvalId };
});
