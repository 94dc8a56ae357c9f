import { z } from 'zod';
import { deliveryStates } from '../catalogues/webhook-deliveries.ts';
import { webhookEventTypes, webhookEvents } from '../catalogues/webhook-events.ts';
import { instant, listOf, serveEndpoint, several } from './endpoint-schema.ts';
import * as endpoints from './webhooks.ts';

/** `outcome`: see `webhookOutcomes`; null while it waits. `failure`: the code of what kept it from being taken in. */
export const webhookDelivery = z.object({
  id: z.uuid(),
  /** Wise's own X-Delivery-Id. */
  deliveryId: z.string().nullable(),
  eventType: z.string().nullable(),
  schemaVersion: z.string().nullable(),
  isTest: z.boolean(),
  profileId: z.string().nullable(),
  /** The card, order, transfer, balance or dispute it is about. */
  subjectId: z.string().nullable(),
  occurredAt: instant.nullable(),
  receivedAt: instant,
  state: z.enum(deliveryStates),
  outcome: z.string().nullable(),
  failure: z.string().nullable(),
  attempts: z.number().int(),
  /** When it was last tried to take it in. */
  triedAt: instant.nullable(),
  /** When it is tried next; null once it was taken in. */
  dueAt: instant.nullable(),
});
/** `payload`: JSON as text; null where it cannot be told apart what of it may be known. */
export const webhookDeliveryDetails = webhookDelivery.extend({
  payload: z.string().nullable(),
});
export const webhookDeliveryQuery = z.strictObject({
  /** The beginning of a delivery's id, of a profile's or of what it is about. */
  query: z.string().trim().max(100).optional(),
  eventType: several(z.string().max(100)),
  state: several(z.enum(deliveryStates)),
  outcome: several(z.string().max(40)),
  test: z.enum(['yes', 'no']).optional(),
  from: instant.optional(),
  until: instant.optional(),
  sort: z.enum(['-received', 'received']).default('-received'),
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const webhookDeliveryList = listOf(webhookDelivery).extend({
  /** Per state under every other filter. */
  counts: z.object({ waiting: z.number().int(), failing: z.number().int(), done: z.number().int() }),
  /** Those that came so far. */
  eventTypes: z.array(z.string()),
});

export const webhookStream = z.object({
  newestAt: instant.nullable(),
  waiting: z.number().int(),
  failing: z.number().int(),
  notUnderstood: z.number().int(),
  /** Of the last 30 days, by reason. */
  refused: z.array(z.object({ reason: z.string(), count: z.number().int(), lastAt: instant })),
  /** Per kind: what the last look at Wise found that no delivery had told. */
  checks: z.array(
    z.object({
      eventType: z.string(),
      newestAt: instant.nullable(),
      checkedAt: instant,
      compared: z.number().int(),
      missed: z.number().int(),
      missedAt: instant.nullable(),
      failure: z.string().nullable(),
    }),
  ),
  asOf: instant,
});

/** `isOurs`: it sends to this console. `isKept`: the console makes it again where it is missing. */
export const webhookSubscription = z.object({
  id: z.string(),
  name: z.string(),
  eventType: z.string(),
  version: z.string(),
  url: z.string(),
  isOurs: z.boolean(),
  isKept: z.boolean(),
  createdAt: instant,
});
export const webhookSubscriptionList = z.object({
  items: z.array(webhookSubscription),
  /** Where Wise is to send to. */
  url: z.string(),
  asOf: instant,
});
export const createSubscriptionBody = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    eventType: z.enum(webhookEventTypes),
    version: z.string().max(20),
  })
  .refine(({ eventType, version }) => webhookEvents[eventType].versions.some((known) => known === version), {
    path: ['version'],
    message: 'Wise has no such version of this event.',
  });
/** Asked for; what it finds stands in the stream once it is over. */
export const lookForGapsReply = z.object({ askedAt: instant });
export const testSubscriptionReply = z.object({ deliveryIds: z.array(z.string()) });

const deliveryPath = z.strictObject({ deliveryId: z.uuid() });
const subscriptionPath = z.strictObject({ subscriptionId: z.string().regex(/^[\w-]{1,64}$/) });
const subscriptionTarget = ({ params }: { params: Record<string, string> }) => ({
  type: 'webhook-subscription' as const,
  id: params.subscriptionId ?? 'new',
});

export const takeWiseDelivery = serveEndpoint(endpoints.takeWiseDelivery, {
  reply: z.object({ status: z.literal('ok') }),
  audit: 'none',
});
export const listWebhookDeliveries = serveEndpoint(endpoints.listWebhookDeliveries, {
  query: webhookDeliveryQuery,
  reply: webhookDeliveryList,
});
export const getWebhookDelivery = serveEndpoint(endpoints.getWebhookDelivery, {
  params: deliveryPath,
  reply: webhookDeliveryDetails,
});
export const replayWebhookDelivery = serveEndpoint(endpoints.replayWebhookDelivery, {
  params: deliveryPath,
  body: z.strictObject({}),
  reply: webhookDelivery,
  audit: {
    action: 'webhooks.replay',
    target: ({ params }) => ({ type: 'webhook-delivery', id: params.deliveryId ?? '' }),
  },
});
export const getWebhookStream = serveEndpoint(endpoints.getWebhookStream, { reply: webhookStream });
export const lookForGaps = serveEndpoint(endpoints.lookForGaps, {
  body: z.strictObject({}),
  reply: lookForGapsReply,
  status: 202,
  audit: { action: 'webhooks.look', target: () => ({ type: 'webhook-stream', id: 'all' }) },
});
export const listWebhookSubscriptions = serveEndpoint(endpoints.listWebhookSubscriptions, {
  reply: webhookSubscriptionList,
});
export const createWebhookSubscription = serveEndpoint(endpoints.createWebhookSubscription, {
  body: createSubscriptionBody,
  reply: webhookSubscription,
  audit: {
    action: 'webhooks.subscribe',
    target: subscriptionTarget,
    details: ({ eventType, version }: z.output<typeof createSubscriptionBody>) => ({ eventType, version }),
  },
});
export const deleteWebhookSubscription = serveEndpoint(endpoints.deleteWebhookSubscription, {
  params: subscriptionPath,
  body: z.strictObject({ reason: z.string().trim().min(3).max(300) }),
  reply: z.object({ id: z.string() }),
  audit: {
    action: 'webhooks.unsubscribe',
    target: subscriptionTarget,
    reason: (body: { reason: string }) => body.reason,
  },
});
export const testWebhookSubscription = serveEndpoint(endpoints.testWebhookSubscription, {
  params: subscriptionPath,
  body: z.strictObject({}),
  reply: testSubscriptionReply,
  audit: { action: 'webhooks.test', target: subscriptionTarget },
});
