import { queryOptions, useQuery } from '@tanstack/react-query';
import { listBranches, listKiosks } from '../../contracts/branches.ts';
import { callEndpoint } from '../call-endpoint.ts';

export const branchKeys = {
  list: ['branches', 'list'] as const,
  kiosks: ['kiosks', 'register'] as const,
};

export const branchesOptions = () =>
  queryOptions({
    queryKey: branchKeys.list,
    queryFn: ({ signal }) => callEndpoint(listBranches, { signal }),
  });
export const useBranches = () => useQuery(branchesOptions());

export const kiosksOptions = () =>
  queryOptions({
    queryKey: branchKeys.kiosks,
    queryFn: ({ signal }) => callEndpoint(listKiosks, { signal }),
  });
export const useKiosks = () => useQuery(kiosksOptions());
