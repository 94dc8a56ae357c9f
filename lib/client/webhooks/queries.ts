import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import {
  getWebhookDelivery,
  getWebhookStream,
  listWebhookDeliveries,
  listWebhookSubscriptions,
  type WebhookDeliveryQuery,
} from '../../contracts/webhooks.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { webhookKeys } from './keys.ts';

export const deliveriesPageSize = 50;
const startOfList = null as string | null;

const deliveryListOptions = (query: WebhookDeliveryQuery) =>
  infiniteQueryOptions({
    queryKey: webhookKeys.deliveries(query),
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(listWebhookDeliveries, {
        query: { ...query, limit: deliveriesPageSize, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
  });

/** The rows before stay on screen while others are read. */
export const useDeliveryList = (query: WebhookDeliveryQuery) =>
  useInfiniteQuery({ ...deliveryListOptions(query), placeholderData: keepPreviousData });

export const useDelivery = (deliveryId: string) =>
  useQuery({
    queryKey: webhookKeys.delivery(deliveryId),
    queryFn: ({ signal }) => callEndpoint(getWebhookDelivery, { params: { deliveryId }, signal }),
  });

export const streamOptions = () =>
  queryOptions({
    queryKey: webhookKeys.stream,
    queryFn: ({ signal }) => callEndpoint(getWebhookStream, { signal }),
  });
export const useWebhookStream = () => useQuery(streamOptions());

export const useSubscriptions = () =>
  useQuery({
    queryKey: webhookKeys.subscriptions,
    queryFn: ({ signal }) => callEndpoint(listWebhookSubscriptions, { signal }),
  });
