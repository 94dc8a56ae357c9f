import { queryOptions, useQuery } from '@tanstack/react-query';
import { listDeclineReasons } from '../../contracts/decline-reasons.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { declineKeys } from './keys.ts';

/** Changes with a release, and where compliance classifies a code, which an event tells. */
export const declineReasonsOptions = () =>
  queryOptions({
    queryKey: declineKeys.reasons,
    queryFn: ({ signal }) => callEndpoint(listDeclineReasons, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
export const useDeclineReasons = () => useQuery(declineReasonsOptions());
