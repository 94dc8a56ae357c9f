import { addDeskRule, listDeskRules } from '@/lib/contracts/desk-rules.schema';
import { route } from '@/lib/server/http/route';
import { requestNewRule } from '@/lib/server/services/desk-rules/change-rule';
import { listDeskRules as readRules } from '@/lib/server/services/desk-rules/read-rules';

export const GET = route(listDeskRules, ({ runtime }) => readRules(runtime));

export const POST = route(addDeskRule, async ({ runtime, operator, body, noteForAudit }) => {
  const approvalId = await requestNewRule(runtime, operator, body);
  noteForAudit({ approvalId });
  return { approvalId };
});
