import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import {
  type BatchGroupDetail,
  type BatchGroupPath,
  getBatchGroup,
  listBatchGroups,
} from '../../contracts/batch-groups.ts';
import { listBatchRows } from '../../contracts/batch-rows.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { batchKeys } from './keys.ts';
import type { BatchGroupFilters } from './list-state.ts';
import { type KnownRows, mergeRows, replaceRows } from './merge-rows.ts';

export const batchGroupsPageSize = 50;
const startOfList = null as string | null;

const batchGroupListOptions = (filters: BatchGroupFilters) =>
  infiniteQueryOptions({
    queryKey: batchKeys.list(filters),
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(listBatchGroups, {
        query: {
          ...filters,
          limit: batchGroupsPageSize,
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
  });

/** The rows before stay on screen while others are read. */
export const useBatchGroupList = (filters: BatchGroupFilters) =>
  useInfiniteQuery({ ...batchGroupListOptions(filters), placeholderData: keepPreviousData });

const batchGroupOptions = (path: BatchGroupPath) =>
  queryOptions({
    queryKey: batchKeys.one(path.batchGroupId),
    queryFn: ({ signal }) => callEndpoint(getBatchGroup, { params: path, signal }),
  });
export const useBatchGroup = (path: BatchGroupPath) => useQuery(batchGroupOptions(path));
/** What was read of a group already, if anything. */
export const useKnownBatchGroup = (batchGroupId: string | undefined) =>
  useQueryClient().getQueryData<BatchGroupDetail>(batchKeys.one(batchGroupId ?? ''));

/** All rows once, then only what changed since; where some are gone everything is read again. */
const batchRowsOptions = (path: BatchGroupPath) =>
  queryOptions({
    queryKey: batchKeys.rows(path.batchGroupId),
    queryFn: async ({ client, queryKey, signal }): Promise<KnownRows> => {
      const known = client.getQueryData<KnownRows>(queryKey);
      if (known) {
        const query = { since: known.asOf };
        const { asOf, items, total } = await callEndpoint(listBatchRows, { params: path, query, signal });
        // What a person's own change brought while this was under way is kept.
        const merged = mergeRows(client.getQueryData<KnownRows>(queryKey)?.items ?? known.items, items);
        if (merged.length === total) return { items: merged, asOf };
      }
      const { asOf, items } = await callEndpoint(listBatchRows, { params: path, query: {}, signal });
      return { items: replaceRows(known?.items ?? [], items), asOf };
    },
    // The rows that did not change are the same ones already.
    structuralSharing: false,
  });
export const useBatchRows = (path: BatchGroupPath) => useQuery(batchRowsOptions(path));
