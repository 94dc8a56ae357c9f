import type { WebhookDeliveryQuery } from '../../contracts/webhooks.ts';

export const webhookKeys = {
  all: ['webhooks'] as const,
  deliveries: (query: WebhookDeliveryQuery) => ['webhooks', 'deliveries', query] as const,
  delivery: (deliveryId: string) => ['webhooks', 'delivery', deliveryId] as const,
  stream: ['webhooks', 'stream'] as const,
  subscriptions: ['webhooks', 'subscriptions'] as const,
};
