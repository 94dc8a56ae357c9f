import { createCardOrder } from '@/lib/contracts/card-order-writes.schema';
import { listCardOrders as endpoint } from '@/lib/contracts/card-orders.schema';
import { route } from '@/lib/server/http/route';
import { orderCard } from '@/lib/server/services/card-orders/order-card';
import { listCardOrders } from '@/lib/server/services/card-orders/read-card-orders';

export const GET = route(endpoint, ({ runtime, scope, operator, params, query }) =>
  listCardOrders(runtime, scope, operator, params.profileId, query),
);
export const POST = route(createCardOrder, ({ runtime, scope, operator, params, body, noteForAudit }) =>
  orderCard(runtime, operator, scope, params.profileId, body, noteForAudit),
);
