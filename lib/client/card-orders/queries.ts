import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { listIndexedCardOrders } from '../../contracts/card-order-list.ts';
import { type CardOrderPath, getCardOrder } from '../../contracts/card-orders.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { cardOrderKeys } from './keys.ts';
import type { CardOrderFilters } from './list-state.ts';

export const cardOrdersPageSize = 50;
const startOfList = null as string | null;

const cardOrderListOptions = (filters: CardOrderFilters) =>
  infiniteQueryOptions({
    queryKey: cardOrderKeys.found(filters),
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(listIndexedCardOrders, {
        query: {
          ...filters,
          limit: cardOrdersPageSize,
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
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

/** The rows before stay on screen while other filters are read. */
export const useCardOrderList = (filters: CardOrderFilters) =>
  useInfiniteQuery({ ...cardOrderListOptions(filters), placeholderData: keepPreviousData });
export const useCardOrder = (path: CardOrderPath) => useQuery(cardOrderOptions(path));
