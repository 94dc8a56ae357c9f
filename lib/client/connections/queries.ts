import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getConnection, listConnections } from '../../contracts/connections.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { connectionKeys } from './keys.ts';
import type { ConnectionFilters } from './list-state.ts';

export const connectionsPageSize = 50;
const startOfList = null as string | null;

const connectionListOptions = (filters: ConnectionFilters) =>
  infiniteQueryOptions({
    queryKey: connectionKeys.list(filters),
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(listConnections, {
        query: {
          ...filters,
          limit: connectionsPageSize,
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
  });

/** The rows before stay on screen while others are read. */
export const useConnectionList = (filters: ConnectionFilters) =>
  useInfiniteQuery({ ...connectionListOptions(filters), placeholderData: keepPreviousData });

export const useConnection = (connectionId: string) =>
  useQuery({
    queryKey: connectionKeys.one(connectionId),
    queryFn: ({ signal }) => callEndpoint(getConnection, { params: { connectionId }, signal }),
  });
