import { getDeliveryEstimate } from '@/lib/contracts/batch-payouts.schema';
import { route } from '@/lib/server/http/route';
import { readDeliveryEstimate } from '@/lib/server/services/batch-groups/payouts/delivery-estimate';

export const GET = route(getDeliveryEstimate, ({ runtime, params }) => readDeliveryEstimate(runtime, params));
