import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import {
  type LegalHoldList,
  type LegalHoldsQuery,
  liftLegalHold,
  listLegalHolds,
  type NewLegalHold,
  placeLegalHold,
} from '../../contracts/legal-holds.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { legalHoldKeys } from './keys.ts';
import type { LegalHoldsState } from './legal-holds-state.ts';

const statesOf = { '': ['standing'], lifted: ['lifted'], all: [] } satisfies Record<
  LegalHoldsState['state'],
  LegalHoldsQuery['state']
>;

export const queryOfLegalHolds = ({ query, state }: LegalHoldsState): LegalHoldsQuery => ({
  ...(query !== '' && { query }),
  ...(statesOf[state].length > 0 && { state: statesOf[state] }),
  limit: 50,
});
const startOfList = null as string | null;

export const useLegalHolds = (state: LegalHoldsState) =>
  useInfiniteQuery({
    queryKey: legalHoldKeys.list(state),
    queryFn: ({ pageParam, signal }): Promise<LegalHoldList> =>
      callEndpoint(listLegalHolds, {
        query: { ...queryOfLegalHolds(state), ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: startOfList,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });

/** Those that stand on a card, or on its customer. */
export const useLegalHoldsOn = (profileId: string, cardToken: string) =>
  useQuery({
    queryKey: legalHoldKeys.on(profileId, cardToken),
    queryFn: ({ signal }) =>
      callEndpoint(listLegalHolds, { query: { state: ['standing'], profileId, cardToken }, signal }),
  });

export function usePlaceLegalHold() {
  const client = useQueryClient();
  return useMutation<{ holdId: string }, ApiError, NewLegalHold>({
    mutationFn: (body) => callEndpoint(placeLegalHold, { body }),
    onSettled: () => client.invalidateQueries({ queryKey: legalHoldKeys.all }),
  });
}

export function useLiftLegalHold(legalHoldId: string) {
  const client = useQueryClient();
  return useMutation<{ approvalId: string }, ApiError, { reason: string }>({
    mutationFn: (body) => callEndpoint(liftLegalHold, { params: { legalHoldId }, body }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: legalHoldKeys.all });
      void client.invalidateQueries({ queryKey: ['approvals'] });
    },
  });
}
