import { getApproval } from '@/lib/contracts/approvals.schema';
import { readApproval } from '@/lib/server/approvals/read';
import { route } from '@/lib/server/http/route';

export const GET = route(getApproval, ({ runtime, operator, params }) =>
  readApproval(runtime, operator, params.approvalId),
);
