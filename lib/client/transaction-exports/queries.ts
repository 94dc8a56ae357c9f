import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import {
  getTransactionExport,
  listTransactionExports,
  type TransactionExportsList,
} from '../../contracts/transaction-exports.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { transactionKeys } from '../transactions/keys.ts';
import { type ExportsState, queryOfExports } from './exports-state.ts';

export const exportKeys = {
  list: (state: ExportsState) => [...transactionKeys.exports, 'list', state] as const,
  one: (exportId: string) => [...transactionKeys.exports, 'one', exportId] as const,
};

/** No event tells who exported, nor what of it changed for compliance alone. */
const readAgainMs = 60_000;
const startOfList = null as string | null;

export const useExports = (state: ExportsState) =>
  useInfiniteQuery({
    queryKey: exportKeys.list(state),
    queryFn: ({ pageParam, signal }): Promise<TransactionExportsList> =>
      callEndpoint(listTransactionExports, {
        query: { ...queryOfExports(state), ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: startOfList,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: readAgainMs,
  });

export const useExport = (exportId: string) =>
  useQuery({
    queryKey: exportKeys.one(exportId),
    queryFn: ({ signal }) => callEndpoint(getTransactionExport, { params: { exportId }, signal }),
    enabled: exportId !== '',
  });
