import { renewCardOrder } from '@/lib/contracts/card-order-writes.schema';
import { route } from '@/lib/server/http/route';
import { renewOrder } from '@/lib/server/services/card-orders/renew-order';

export const POST = route(renewCardOrder, ({ runtime, operator, scope, params, body, noteForAudit }) =>
  renewOrder(runtime, operator, scope, params, body, noteForAudit),
);
