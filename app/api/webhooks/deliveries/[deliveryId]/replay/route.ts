import { replayWebhookDelivery } from '@/lib/contracts/webhooks.schema';
import { route } from '@/lib/server/http/route';
import { replayDelivery } from '@/lib/server/services/webhooks/deliveries';

export const POST = route(replayWebhookDelivery, async ({ runtime, params, noteForAudit }) => {
  const delivery = await replayDelivery(runtime, params.deliveryId);
  noteForAudit({ eventType: delivery.eventType, outcome: delivery.outcome, failure: delivery.failure });
  return delivery;
});
