import { createWebhookSubscription, listWebhookSubscriptions } from '@/lib/contracts/webhooks.schema';
import { route } from '@/lib/server/http/route';
import { createSubscription, listSubscriptions } from '@/lib/server/services/webhooks/subscriptions';

export const GET = route(listWebhookSubscriptions, ({ runtime }) => listSubscriptions(runtime));

export const POST = route(createWebhookSubscription, async ({ runtime, body, noteForAudit }) => {
  const made = await createSubscription(runtime, body);
  noteForAudit({ subscriptionId: made.id });
  return made;
});
