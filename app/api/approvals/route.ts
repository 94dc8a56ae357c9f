import { listApprovals, requestApproval } from '@/lib/contracts/approvals.schema';
import { listApprovals as readApprovals } from '@/lib/server/approvals/read';
import { route } from '@/lib/server/http/route';
import { locateCard } from '@/lib/server/services/locate-card';
import { requestPinReveal } from '@/lib/server/services/reveals/pin-approval';

export const GET = route(listApprovals, async ({ runtime, operator, query }) => {
  const items = await readApprovals(runtime, operator, query.view);
  return { items, nextCursor: null, total: items.length, asOf: new Date().toISOString() };
});

export const POST = route(requestApproval, async ({ runtime, operator, scope, body, noteForAudit }) => {
  const card = await locateCard(runtime, body.profileId, body.cardToken, scope);
  const approvalId = await requestPinReveal(runtime, operator, card, body);
  noteForAudit({ approvalId });
  return { approvalId };
});
