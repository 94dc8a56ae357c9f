import { infiniteQueryOptions, keepPreviousData, skipToken, useInfiniteQuery } from '@tanstack/react-query';
import { listActivities } from '../../contracts/activities.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { activityKeys } from './keys.ts';
import type { ActivityFilters } from './list-state.ts';

export const activitiesPageSize = 50;
const startOfList = null as string | null;

const activityListOptions = (profileId: string, filters: ActivityFilters) =>
  infiniteQueryOptions({
    queryKey: activityKeys.list(profileId, filters),
    queryFn:
      profileId === ''
        ? skipToken
        : ({ pageParam, signal }) =>
            callEndpoint(listActivities, {
              params: { profileId },
              query: {
                ...filters,
                size: activitiesPageSize,
                ...(pageParam === null ? {} : { nextCursor: pageParam }),
              },
              signal,
            }),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
  });

/** One profile's rows stay on screen while other filters are read, never while another profile is. */
export const useActivityList = (profileId: string, filters: ActivityFilters) =>
  useInfiniteQuery({
    ...activityListOptions(profileId, filters),
    placeholderData: (previous, query) =>
      query?.queryKey[1] === profileId ? keepPreviousData(previous) : undefined,
  });
