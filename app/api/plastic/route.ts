import { getPlasticDay, recordPlastic } from '@/lib/contracts/plastic.schema';
import { route } from '@/lib/server/http/route';
import { locateBranch } from '@/lib/server/services/plastic/locate-branch';
import { readPlasticDay } from '@/lib/server/services/plastic/read-day';
import { recordPlastic as record } from '@/lib/server/services/plastic/write-plastic';

export const GET = route(getPlasticDay, async ({ runtime, operator, scope, query }) => {
  const branch = await locateBranch(runtime, scope, query.branchId);
  return readPlasticDay(runtime, operator, branch, query.day);
});

export const POST = route(recordPlastic, async ({ runtime, operator, scope, body }) =>
  record(runtime, operator, await locateBranch(runtime, scope, body.branchId), body),
);
