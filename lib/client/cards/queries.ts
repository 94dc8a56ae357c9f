import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { type CardPath, getCard, getCardHistory, listCards } from '../../contracts/cards.ts';
import { getSpendingPermissions } from '../../contracts/spending-permissions.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { type CardFilters, cardKeys } from './keys.ts';

export const cardsPageSize = 30;
const startOfList = null as string | null;

export const cardListOptions = (filters: CardFilters) =>
  infiniteQueryOptions({
    queryKey: cardKeys.list(filters),
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(listCards, {
        query: { ...filters, limit: cardsPageSize, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
  });
/** The rows before stay on screen while other filters are read. */
export const useCardList = (filters: CardFilters) =>
  useInfiniteQuery({ ...cardListOptions(filters), placeholderData: keepPreviousData });

export const cardOptions = (path: CardPath) =>
  queryOptions({
    queryKey: cardKeys.details(path),
    queryFn: ({ signal }) => callEndpoint(getCard, { params: path, signal }),
    // The console's own copy stands in only until Wise answers again.
    refetchInterval: ({ state }) => (state.data?.source === 'index' ? 15_000 : false),
  });
export const useCard = (path: CardPath) => useQuery(cardOptions(path));

export const cardHistoryOptions = (path: CardPath) =>
  infiniteQueryOptions({
    queryKey: cardKeys.history(path),
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(getCardHistory, {
        params: path,
        query: pageParam === null ? {} : { cursor: pageParam },
        signal,
      }),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
  });
export const useCardHistory = (path: CardPath) => useInfiniteQuery(cardHistoryOptions(path));

export const spendingPermissionsOptions = (path: CardPath) =>
  queryOptions({
    queryKey: cardKeys.spendingPermissions(path),
    queryFn: ({ signal }) => callEndpoint(getSpendingPermissions, { params: path, signal }),
  });
export const useSpendingPermissions = (path: CardPath) => useQuery(spendingPermissionsOptions(path));
