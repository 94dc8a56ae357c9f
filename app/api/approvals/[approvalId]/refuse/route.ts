import { refuse } from '@/lib/contracts/approvals.schema';
import { route } from '@/lib/server/http/route';
import { decideApproval } from '@/lib/server/services/approvals';

export const POST = route(refuse, ({ runtime, operator, params, noteForAudit }) =>
  decideApproval(runtime, operator, params.approvalId, 'refused', noteForAudit),
);
