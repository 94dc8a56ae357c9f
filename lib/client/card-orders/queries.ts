import {
  infiniteQueryOptions,
  queryOptions,
  skipToken,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { type CardOrderPath, getCardOrder, listCardOrders } from '../../contracts/card-orders.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { cardOrderKeys } from './keys.ts';

export const cardOrdersPageSize = 50;
const startOfList = null as string | null;

const cardOrderListOptions = (profileId: string) =>
  infiniteQueryOptions({
    queryKey: cardOrderKeys.list(profileId),
    queryFn:
      profileId === ''
        ? skipToken
        : ({ pageParam, signal }) =>
            callEndpoint(listCardOrders, {
              params: { profileId },
              query: { limit: cardOrdersPageSize, ...(pageParam === null ? {} : { cursor: pageParam }) },
              signal,
            }),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
  });

const cardOrderOptions = (path: CardOrderPath) =>
  queryOptions({
    queryKey: cardOrderKeys.one(path),
    queryFn: ({ signal }) => callEndpoint(getCardOrder, { params: path, signal }),
  });

export const useCardOrderList = (profileId: string) => useInfiniteQuery(cardOrderListOptions(profileId));
export const useCardOrder = (path: CardOrderPath) => useQuery(cardOrderOptions(path));
