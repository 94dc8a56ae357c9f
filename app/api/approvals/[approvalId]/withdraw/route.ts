import { withdrawApproval } from '@/lib/contracts/approvals.schema';
import { withdrawApproval as withdraw } from '@/lib/server/approvals/withdraw';
import { route } from '@/lib/server/http/route';

export const POST = route(withdrawApproval, ({ runtime, operator, params, noteForAudit }) =>
  withdraw(runtime, operator, params.approvalId, noteForAudit),
);
