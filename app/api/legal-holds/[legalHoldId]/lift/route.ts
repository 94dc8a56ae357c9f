import { liftLegalHold } from '@/lib/contracts/legal-holds.schema';
import { route } from '@/lib/server/http/route';
import { requestLift } from '@/lib/server/services/legal-holds/lift-legal-hold';

export const POST = route(liftLegalHold, async ({ runtime, operator, params, body, noteForAudit }) => {
  const approvalId = await requestLift(runtime, operator, params.legalHoldId, body.reason);
  noteForAudit({ approvalId });
  return { approvalId };
});
