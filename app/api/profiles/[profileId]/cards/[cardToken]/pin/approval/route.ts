import { getPinApproval } from '@/lib/contracts/approvals.schema';
import { route } from '@/lib/server/http/route';
import { readOwnPinApproval } from '@/lib/server/services/reveals/own-pin-approval';

export const GET = route(getPinApproval, async ({ runtime, operator, card }) => ({
  approval: await readOwnPinApproval(runtime, operator, card),
  asOf: new Date().toISOString(),
}));
