import { getConversion, requestConversion } from '@/lib/contracts/batch-before-funding.schema';
import { route } from '@/lib/server/http/route';
import { readConversion } from '@/lib/server/services/batch-groups/funding/conversion';
import { requestConversion as request } from '@/lib/server/services/batch-groups/funding/request-conversion';

export const GET = route(getConversion, ({ runtime, operator, params }) =>
  readConversion(runtime, operator, params),
);

export const POST = route(requestConversion, async ({ runtime, operator, params, noteForAudit }) => {
  const approvalId = await request(runtime, operator, params);
  noteForAudit({ approvalId });
  return { approvalId };
});
