import { updateBranch } from '@/lib/contracts/branches.schema';
import { route } from '@/lib/server/http/route';
import { updateBranch as update } from '@/lib/server/services/branches/change-branches';

export const PATCH = route(updateBranch, ({ runtime, params, body }) =>
  update(runtime, params.branchId, body),
);
