import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type FoundTransaction, findThings, findTransaction } from '../../contracts/find.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';

/** Asked anew each time. What was found for the words before stays until the answer is there. */
export const useFound = (query: string) =>
  useQuery({
    queryKey: ['find', query] as const,
    queryFn: ({ signal }) => callEndpoint(findThings, { query: { query }, signal }),
    staleTime: 0,
    gcTime: 0,
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });

interface Sought {
  transactionId: string;
  /** The profile somebody looks at just now. */
  profileId: string | undefined;
}

/** Asks only when told to: each profile costs a call to Wise. */
export const useLookForTransaction = () =>
  useMutation<FoundTransaction, ApiError, Sought>({
    mutationFn: ({ transactionId, profileId }) =>
      callEndpoint(findTransaction, {
        params: { transactionId },
        query: profileId === undefined ? {} : { profileId },
      }),
  });
