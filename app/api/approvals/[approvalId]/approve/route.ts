import { approve } from '@/lib/contracts/approvals.schema';
import { decideApproval } from '@/lib/server/approvals/decide';
import { route } from '@/lib/server/http/route';

export const POST = route(approve, ({ runtime, operator, params, body, noteForAudit }) =>
  decideApproval(
    runtime,
    operator,
    params.approvalId,
    { decision: 'approved', text: body.note },
    noteForAudit,
  ),
);
