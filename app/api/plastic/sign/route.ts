import { signPlasticDay } from '@/lib/contracts/plastic.schema';
import { route } from '@/lib/server/http/route';
import { locateBranch } from '@/lib/server/services/plastic/locate-branch';
import { signPlasticDay as sign } from '@/lib/server/services/plastic/write-plastic';

export const POST = route(signPlasticDay, async ({ runtime, operator, scope, body }) =>
  sign(runtime, operator, await locateBranch(runtime, scope, body.branchId), body),
);
