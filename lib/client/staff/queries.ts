import { queryOptions, useQuery } from '@tanstack/react-query';
import { listStaff } from '../../contracts/staff.ts';
import { callEndpoint } from '../call-endpoint.ts';

export const staffKeys = {
  all: ['staff'] as const,
  list: ['staff', 'list'] as const,
};

/** No event tells that somebody’s 15 minutes ran out. */
const readAgainMs = 60_000;

export const staffListOptions = () =>
  queryOptions({
    queryKey: staffKeys.list,
    queryFn: ({ signal }) => callEndpoint(listStaff, { signal }),
    refetchInterval: readAgainMs,
  });
export const useStaffList = () => useQuery(staffListOptions());
