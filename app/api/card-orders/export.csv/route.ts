import { exportCardOrders as endpoint } from '@/lib/contracts/card-order-list.schema';
import { route } from '@/lib/server/http/route';
import { exportCardOrders } from '@/lib/server/services/card-orders/export-orders';

export const GET = route(endpoint, ({ runtime, scope, query, noteForAudit }) =>
  exportCardOrders(runtime, scope, query, noteForAudit),
);
