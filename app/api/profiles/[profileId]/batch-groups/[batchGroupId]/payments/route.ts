import { addPayment } from '@/lib/contracts/batch-payments.schema';
import { route } from '@/lib/server/http/route';
import { addPayment as add } from '@/lib/server/services/batch-groups/payments/add-payment';

export const POST = route(addPayment, ({ runtime, operator, params, body, noteForAudit }) =>
  add(runtime, operator, params, body, noteForAudit),
);
