import { releaseFunding } from '@/lib/contracts/batch-funding.schema';
import { route } from '@/lib/server/http/route';
import { requestRelease } from '@/lib/server/services/batch-groups/funding/release';

export const POST = route(releaseFunding, async ({ runtime, operator, params, noteForAudit }) => {
  const approvalId = await requestRelease(runtime, operator, params);
  noteForAudit({ approvalId });
  return { approvalId };
});
