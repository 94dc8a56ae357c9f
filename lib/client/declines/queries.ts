import { queryOptions, useQuery } from '@tanstack/react-query';
import { listDeclineReasons } from '../../contracts/decline-reasons.ts';
import { callEndpoint } from '../call-endpoint.ts';

export const declineKeys = { reasons: ['decline-reasons'] as const };

/** Changes with a release only. */
export const declineReasonsOptions = () =>
  queryOptions({
    queryKey: declineKeys.reasons,
    queryFn: ({ signal }) => callEndpoint(listDeclineReasons, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
export const useDeclineReasons = () => useQuery(declineReasonsOptions());
