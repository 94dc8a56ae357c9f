import { changeRetention, getRetention } from '@/lib/contracts/retention.schema';
import { route } from '@/lib/server/http/route';
import { requestRetentionChange } from '@/lib/server/services/retention/change-retention';
import { readRetention } from '@/lib/server/services/retention/read-retention';

export const GET = route(getRetention, ({ runtime, operator }) => readRetention(runtime, operator));

export const PUT = route(changeRetention, async ({ runtime, operator, body, noteForAudit }) => {
  const approvalId = await requestRetentionChange(runtime, operator, body);
  noteForAudit({ approvalId });
  return { approvalId };
});
