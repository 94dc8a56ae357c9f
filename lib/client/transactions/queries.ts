import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import {
  type CardTransactionsQuery,
  getCardTransaction,
  getLatestDecline,
  listCardTransactions,
} from '../../contracts/card-transactions.ts';
import type { CardPath } from '../../contracts/cards.ts';
import { listTransactions } from '../../contracts/transactions.ts';
import { callEndpoint } from '../call-endpoint.ts';
import type { ArchiveFilters } from './archive-state.ts';
import { transactionKeys } from './keys.ts';

export type TransactionFilters = Omit<CardTransactionsQuery, 'cursor' | 'limit'>;
export const transactionsPageSize = 50;
/** On the card's own page. */
export const fewTransactions = 8;
const startOfList = null as string | null;

export const transactionListOptions = (path: CardPath, filters: TransactionFilters) =>
  infiniteQueryOptions({
    queryKey: transactionKeys.list(path, filters),
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(listCardTransactions, {
        params: path,
        query: {
          ...filters,
          limit: transactionsPageSize,
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
  });
/** The rows before stay on screen while other filters are read. */
export const useTransactionList = (path: CardPath, filters: TransactionFilters) =>
  useInfiniteQuery({ ...transactionListOptions(path, filters), placeholderData: keepPreviousData });

export const fewTransactionsOptions = (path: CardPath) =>
  queryOptions({
    queryKey: transactionKeys.few(path),
    queryFn: ({ signal }) =>
      callEndpoint(listCardTransactions, { params: path, query: { limit: fewTransactions }, signal }),
  });
export const useFewTransactions = (path: CardPath) => useQuery(fewTransactionsOptions(path));

export const latestDeclineOptions = (path: CardPath) =>
  queryOptions({
    queryKey: transactionKeys.latestDecline(path),
    queryFn: ({ signal }) => callEndpoint(getLatestDecline, { params: path, signal }),
  });
export const useLatestDecline = (path: CardPath) => useQuery(latestDeclineOptions(path));

export const transactionOptions = (profileId: string, transactionId: string) =>
  queryOptions({
    queryKey: transactionKeys.one(profileId, transactionId),
    queryFn: ({ signal }) =>
      callEndpoint(getCardTransaction, { params: { profileId, transactionId }, signal }),
  });
export const useTransaction = (profileId: string, transactionId: string) =>
  useQuery(transactionOptions(profileId, transactionId));

/** Who reads on reads much. */
const archivePageSize = (cursor: string | null) => (cursor === null ? transactionsPageSize : 200);

const archiveOptions = (filters: ArchiveFilters) =>
  infiniteQueryOptions({
    queryKey: transactionKeys.found(filters),
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(listTransactions, {
        query: {
          ...filters,
          limit: archivePageSize(pageParam),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
  });
/** Across all cards. The rows before stay on screen while other filters are read. */
export const useArchive = (filters: ArchiveFilters) =>
  useInfiniteQuery({ ...archiveOptions(filters), placeholderData: keepPreviousData });
