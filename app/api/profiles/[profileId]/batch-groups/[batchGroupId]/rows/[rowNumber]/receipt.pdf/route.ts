import { getReceipt } from '@/lib/contracts/batch-payouts.schema';
import { route } from '@/lib/server/http/route';
import { readReceipt } from '@/lib/server/services/batch-groups/payouts/receipt';

export const GET = route(getReceipt, ({ runtime, params, noteForAudit }) =>
  readReceipt(runtime, params, noteForAudit),
);
