import { getBranchFigures } from '@/lib/contracts/kiosk-board.schema';
import { route } from '@/lib/server/http/route';
import { readBranchFigures } from '@/lib/server/services/kiosks/read-branch-figures';

export const GET = route(getBranchFigures, ({ runtime, scope, params }) =>
  readBranchFigures(runtime, scope, params.branchId),
);
