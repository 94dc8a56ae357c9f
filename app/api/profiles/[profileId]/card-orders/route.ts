import { listCardOrders as endpoint } from '@/lib/contracts/card-orders.schema';
import { route } from '@/lib/server/http/route';
import { listCardOrders } from '@/lib/server/services/card-orders/read-card-orders';

export const GET = route(endpoint, ({ runtime, scope, operator, params, query }) =>
  listCardOrders(runtime, scope, operator, params.profileId, query),
);
