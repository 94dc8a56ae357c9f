import { getCardAvailability } from '@/lib/contracts/card-order-writes.schema';
import { route } from '@/lib/server/http/route';
import { readAvailability } from '@/lib/server/services/card-orders/availability';

export const GET = route(getCardAvailability, ({ runtime, operator, scope, params }) =>
  readAvailability(runtime, operator, scope, params.profileId),
);
