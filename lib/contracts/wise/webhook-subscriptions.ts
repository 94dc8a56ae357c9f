import { z } from 'zod';

export const subscription = z.looseObject({
  id: z.string(),
  name: z.string(),
  trigger_on: z.string(),
  delivery: z.looseObject({ version: z.string(), url: z.string() }),
  scope: z.looseObject({ domain: z.string(), id: z.union([z.string(), z.number()]).transform(String) }),
  created_by: z.looseObject({ type: z.string(), id: z.union([z.string(), z.number()]).transform(String) }),
  created_at: z.string(),
});
export type Subscription = z.infer<typeof subscription>;
export const subscriptionList = z.array(subscription);

/** There is no operation that changes a subscription: delete it and make another. */
export const subscriptionBody = z.object({
  name: z.string().min(1),
  trigger_on: z.string().min(1),
  delivery: z.object({
    version: z.string().min(1),
    url: z.string().min(1),
    mtls_enabled: z.boolean().optional(),
  }),
});
export type SubscriptionBody = z.infer<typeof subscriptionBody>;

/** Of a test notification: it is queued and repeated like any other delivery. */
export const testNotificationReply = z.array(
  z.looseObject({ delivery_id: z.string(), created_at: z.string() }),
);
