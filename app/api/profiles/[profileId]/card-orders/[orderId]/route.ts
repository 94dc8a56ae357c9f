import { getCardOrder } from '@/lib/contracts/card-orders.schema';
import { route } from '@/lib/server/http/route';
import { readCardOrder } from '@/lib/server/services/card-orders/read-card-orders';

export const GET = route(getCardOrder, ({ runtime, scope, params }) => readCardOrder(runtime, scope, params));
