import { queryOptions, useQuery } from '@tanstack/react-query';
import { getOverview } from '../../contracts/overview.ts';
import { callEndpoint } from '../call-endpoint.ts';

export const overviewKey = ['overview'] as const;

/** No event tells of a broken connection or of the requests in use. */
const readAgainMs = 60_000;

export const overviewOptions = () =>
  queryOptions({
    queryKey: overviewKey,
    queryFn: ({ signal }) => callEndpoint(getOverview, { signal }),
    refetchInterval: readAgainMs,
  });
export const useOverview = () => useQuery(overviewOptions());
