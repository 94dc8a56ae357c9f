import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '../../contracts/define-endpoint.ts';
import {
  createWebhookSubscription,
  deleteWebhookSubscription,
  lookForGaps,
  replayWebhookDelivery,
  testWebhookSubscription,
  type WebhookDelivery,
  type WebhookSubscription,
} from '../../contracts/webhooks.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import type { Intent } from '../intent-key.ts';
import { webhookKeys } from './keys.ts';

/** After a failure too: what had no answer may have been done. */
const readAgain = (client: QueryClient) => void client.invalidateQueries({ queryKey: webhookKeys.all });

type NewSubscription = Intent<BodyOf<typeof createWebhookSubscription>>;

export function useSubscribe() {
  const client = useQueryClient();
  return useMutation<WebhookSubscription, ApiError, NewSubscription>({
    mutationFn: (intent) => callEndpoint(createWebhookSubscription, intent),
    onSettled: () => readAgain(client),
  });
}

export function useUnsubscribe(subscriptionId: string) {
  const client = useQueryClient();
  return useMutation<{ id: string }, ApiError, { reason: string }>({
    mutationFn: (body) => callEndpoint(deleteWebhookSubscription, { params: { subscriptionId }, body }),
    onSettled: () => readAgain(client),
  });
}

export function useTestSubscription() {
  const client = useQueryClient();
  return useMutation<{ deliveryIds: string[] }, ApiError, WebhookSubscription>({
    mutationFn: ({ id }) =>
      callEndpoint(testWebhookSubscription, { params: { subscriptionId: id }, body: {} }),
    onSettled: () => readAgain(client),
  });
}

export function useReplay() {
  const client = useQueryClient();
  return useMutation<WebhookDelivery, ApiError, { id: string }>({
    mutationFn: ({ id }) => callEndpoint(replayWebhookDelivery, { params: { deliveryId: id }, body: {} }),
    onSettled: () => readAgain(client),
  });
}

/** Until the look is over the page follows by the event that ends it. */
export function useLookForGaps() {
  return useMutation<{ askedAt: string }, ApiError, void>({
    mutationFn: () => callEndpoint(lookForGaps, { body: {} }),
  });
}
