import { approve } from '@/lib/contracts/approvals.schema';
import { route } from '@/lib/server/http/route';
import { decideApproval } from '@/lib/server/services/approvals';

export const POST = route(approve, ({ runtime, operator, params, noteForAudit }) =>
  decideApproval(runtime, operator, params.approvalId, 'approved', noteForAudit),
);
