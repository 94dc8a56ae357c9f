import { getWebhookDelivery } from '@/lib/contracts/webhooks.schema';
import { route } from '@/lib/server/http/route';
import { readDelivery } from '@/lib/server/services/webhooks/deliveries';

export const GET = route(getWebhookDelivery, ({ runtime, operator, params }) =>
  readDelivery(runtime, operator, params.deliveryId),
);
