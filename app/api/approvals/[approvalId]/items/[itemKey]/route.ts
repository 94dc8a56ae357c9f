import { decideApprovalItem } from '@/lib/contracts/approvals.schema';
import { setItemAccepted } from '@/lib/server/approvals/items';
import { route } from '@/lib/server/http/route';

export const PUT = route(decideApprovalItem, ({ runtime, operator, params, body, noteForAudit }) =>
  setItemAccepted(runtime, operator, params.approvalId, params.itemKey, body.isAccepted, noteForAudit),
);
