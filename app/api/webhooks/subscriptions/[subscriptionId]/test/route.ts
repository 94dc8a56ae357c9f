import { testWebhookSubscription } from '@/lib/contracts/webhooks.schema';
import { route } from '@/lib/server/http/route';
import { testSubscription } from '@/lib/server/services/webhooks/subscriptions';

export const POST = route(testWebhookSubscription, ({ runtime, params }) =>
  testSubscription(runtime, params.subscriptionId),
);
