import { takeBackCode } from '@/lib/contracts/new-codes.schema';
import { route } from '@/lib/server/http/route';
import { proposeClassification } from '@/lib/server/services/new-codes/propose';

export const POST = route(takeBackCode, async ({ runtime, operator, body, noteForAudit }) => {
  const approvalId = await proposeClassification(runtime, operator, { ...body, classification: null });
  noteForAudit({ approvalId });
  return { approvalId };
});
