import { cancelCardOrder } from '@/lib/contracts/card-order-writes.schema';
import { route } from '@/lib/server/http/route';
import { cancelOrder } from '@/lib/server/services/card-orders/cancel-order';

export const PUT = route(cancelCardOrder, ({ runtime, scope, params, noteForAudit }) =>
  cancelOrder(runtime, scope, params, noteForAudit),
);
