import { listWebhookDeliveries } from '@/lib/contracts/webhooks.schema';
import { route } from '@/lib/server/http/route';
import { listDeliveries } from '@/lib/server/services/webhooks/deliveries';

export const GET = route(listWebhookDeliveries, ({ runtime, query }) => listDeliveries(runtime, query));
