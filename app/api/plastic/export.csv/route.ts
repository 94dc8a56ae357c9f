import { exportPlastic } from '@/lib/contracts/plastic.schema';
import { route } from '@/lib/server/http/route';
import { exportPlastic as write } from '@/lib/server/services/plastic/export-plastic';
import { locateBranch } from '@/lib/server/services/plastic/locate-branch';

export const GET = route(exportPlastic, async ({ runtime, scope, query }) =>
  write(runtime, await locateBranch(runtime, scope, query.branchId), query.month),
);
