import { deleteWebhookSubscription } from '@/lib/contracts/webhooks.schema';
import { route } from '@/lib/server/http/route';
import { deleteSubscription } from '@/lib/server/services/webhooks/subscriptions';

export const DELETE = route(deleteWebhookSubscription, ({ runtime, params }) =>
  deleteSubscription(runtime, params.subscriptionId),
);
