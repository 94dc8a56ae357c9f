import { requestFundingApproval } from '@/lib/contracts/batch-before-funding.schema';
import { route } from '@/lib/server/http/route';
import { requestFundingApproval as request } from '@/lib/server/services/batch-groups/funding/request-approval';

export const POST = route(requestFundingApproval, async ({ runtime, operator, params, noteForAudit }) => {
  const approvalId = await request(runtime, operator, params);
  noteForAudit({ approvalId });
  return { approvalId };
});
