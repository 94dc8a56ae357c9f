import { queryOptions, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { type BalanceList, listBalances, topUpBalance } from '../../contracts/batch-funding.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import type { Intent } from '../intent-key.ts';
import { balanceKeys } from './keys.ts';

const readAgainMs = 30_000;

/** Straight from Wise. No event tells of a balance, so an open page reads it again by itself. */
export const balancesOptions = (profileId: string) =>
  queryOptions({
    queryKey: balanceKeys.ofProfile(profileId),
    queryFn: ({ signal }) => callEndpoint(listBalances, { params: { profileId }, signal }),
    refetchInterval: readAgainMs,
  });

export const useBalances = (profileId: string, isWanted: boolean) =>
  useQuery({ ...balancesOptions(profileId), enabled: isWanted });
export const useBalancesOf = (profileIds: readonly string[]) =>
  useQueries({ queries: profileIds.map(balancesOptions) });

/** Simulated money. The answer is the balances after it. */
export function useTopUpBalance(profileId: string, balanceId: string) {
  const client = useQueryClient();
  const queryKey = balanceKeys.ofProfile(profileId);
  return useMutation<BalanceList, ApiError, Intent<{ amount: string }>>({
    mutationFn: ({ body, idempotencyKey }) =>
      callEndpoint(topUpBalance, { params: { profileId, balanceId }, body, idempotencyKey }),
    onMutate: () => client.cancelQueries({ queryKey }),
    onSuccess: (reply) => client.setQueryData(queryKey, reply),
    onError: () => void client.invalidateQueries({ queryKey }),
  });
}
