import type { z } from 'zod';
import { defineEndpoint } from './define-endpoint.ts';
import type * as schema from './webhooks.schema.ts';

export type WebhookDelivery = z.output<typeof schema.webhookDelivery>;
export type WebhookDeliveryDetails = z.output<typeof schema.webhookDeliveryDetails>;
export type WebhookDeliveryList = z.output<typeof schema.webhookDeliveryList>;
export type WebhookDeliveryQuery = z.input<typeof schema.webhookDeliveryQuery>;
export type WebhookSubscription = z.output<typeof schema.webhookSubscription>;
export type WebhookSubscriptionList = z.output<typeof schema.webhookSubscriptionList>;
export type WebhookStream = z.output<typeof schema.webhookStream>;
type DeliveryPath = { deliveryId: string };
type SubscriptionPath = { subscriptionId: string };

/** Wise's deliveries; their proof is the signature over the raw body. */
export const takeWiseDelivery = defineEndpoint<{ reply: { status: 'ok' } }>()({
  method: 'POST',
  path: '/api/webhooks/wise',
  consolePermission: 'public',
});
export const listWebhookDeliveries = defineEndpoint<{
  query: WebhookDeliveryQuery;
  reply: WebhookDeliveryList;
}>()({
  method: 'GET',
  path: '/api/webhooks/deliveries',
  consolePermission: 'webhooks.read',
});
/** With what it said, as far as the reader may know it. */
export const getWebhookDelivery = defineEndpoint<{ params: DeliveryPath; reply: WebhookDeliveryDetails }>()({
  method: 'GET',
  path: '/api/webhooks/deliveries/{deliveryId}',
  consolePermission: 'webhooks.read',
});
/** Takes it in once more. What it did before is done once all the same. */
export const replayWebhookDelivery = defineEndpoint<{
  params: DeliveryPath;
  body: Record<string, never>;
  reply: WebhookDelivery;
}>()({
  method: 'POST',
  path: '/api/webhooks/deliveries/{deliveryId}/replay',
  consolePermission: 'webhooks.write',
  needsIdempotencyKey: true,
});
/** What was turned away, what waits, and whether the stream told everything that Wise tells when it is asked. */
export const getWebhookStream = defineEndpoint<{ reply: WebhookStream }>()({
  method: 'GET',
  path: '/api/webhooks/stream',
  consolePermission: 'webhooks.read',
});
/** Has the console look at once whether deliveries told everything, as it does every five minutes. */
export const lookForGaps = defineEndpoint<{
  body: Record<string, never>;
  reply: z.output<typeof schema.lookForGapsReply>;
}>()({
  method: 'POST',
  path: '/api/webhooks/stream/look',
  consolePermission: 'webhooks.write',
});
/** The application's own, straight from Wise. */
export const listWebhookSubscriptions = defineEndpoint<{ reply: WebhookSubscriptionList }>()({
  method: 'GET',
  path: '/api/webhooks/subscriptions',
  consolePermission: 'webhooks.read',
});
/** Has Wise send a kind of event to this console. */
export const createWebhookSubscription = defineEndpoint<{
  body: z.input<typeof schema.createSubscriptionBody>;
  reply: WebhookSubscription;
}>()({
  method: 'POST',
  path: '/api/webhooks/subscriptions',
  consolePermission: 'webhooks.write',
  needsIdempotencyKey: true,
});
export const deleteWebhookSubscription = defineEndpoint<{
  params: SubscriptionPath;
  body: { reason: string };
  reply: { id: string };
}>()({
  method: 'DELETE',
  path: '/api/webhooks/subscriptions/{subscriptionId}',
  consolePermission: 'webhooks.write',
});
/** Has Wise send a notification with dummy data. */
export const testWebhookSubscription = defineEndpoint<{
  params: SubscriptionPath;
  body: Record<string, never>;
  reply: z.output<typeof schema.testSubscriptionReply>;
}>()({
  method: 'POST',
  path: '/api/webhooks/subscriptions/{subscriptionId}/test',
  consolePermission: 'webhooks.write',
  needsIdempotencyKey: true,
});
