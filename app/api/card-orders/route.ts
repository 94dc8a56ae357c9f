import { listIndexedCardOrders as endpoint } from '@/lib/contracts/card-order-list.schema';
import { route } from '@/lib/server/http/route';
import { listIndexedCardOrders } from '@/lib/server/services/card-orders/list-indexed';

export const GET = route(endpoint, ({ runtime, scope, query }) =>
  listIndexedCardOrders(runtime, scope, query),
);
