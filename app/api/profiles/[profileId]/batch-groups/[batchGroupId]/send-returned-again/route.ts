import { sendReturnedAgain } from '@/lib/contracts/batch-payouts.schema';
import { route } from '@/lib/server/http/route';
import { sendReturnedAgain as sendAgain } from '@/lib/server/services/batch-groups/returned/send-again';

export const POST = route(sendReturnedAgain, ({ runtime, operator, params, body, noteForAudit }) =>
  sendAgain(runtime, operator, params, body, noteForAudit),
);
