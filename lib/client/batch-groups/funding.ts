import { queryOptions, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  cancelBatchGroup,
  fundBatchGroup,
  getBatchFunding,
  type PayIn,
  releaseFunding,
  showPayIn,
} from '../../contracts/batch-funding.ts';
import type { BatchGroup, BatchGroupPath } from '../../contracts/batch-groups.ts';
import type { ApiError } from '../api-error.ts';
import { balanceKeys } from '../balances/keys.ts';
import { callEndpoint } from '../call-endpoint.ts';
import type { Intent } from '../intent-key.ts';
import { isFundingRead } from './funding-offer.ts';
import { batchKeys } from './keys.ts';
import { readGroupAgain, useAct } from './mutations.ts';

/** Below the group's own key: what makes the group old makes its money old. */
export const fundingKey = (batchGroupId: string) => [...batchKeys.one(batchGroupId), 'funding'] as const;
const payInKey = (batchGroupId: string) => ['pay-in', batchGroupId] as const;

export const batchFundingOptions = (path: BatchGroupPath) =>
  queryOptions({
    queryKey: fundingKey(path.batchGroupId),
    queryFn: ({ signal }) => callEndpoint(getBatchFunding, { params: path, signal }),
  });
export const useBatchFunding = (path: BatchGroupPath, group: Pick<BatchGroup, 'status'>) =>
  useQuery({ ...batchFundingOptions(path), enabled: isFundingRead(group) });

export function useFundBatchGroup(path: BatchGroupPath) {
  const client = useQueryClient();
  return useAct(path, async ({ body, idempotencyKey }: Intent<{ total: string }>) => {
    try {
      return await callEndpoint(fundBatchGroup, { params: path, body, idempotencyKey });
    } finally {
      void client.invalidateQueries({ queryKey: balanceKeys.ofProfile(path.profileId) });
    }
  });
}

export const useCancelBatchGroup = (path: BatchGroupPath) =>
  useAct(path, ({ body, idempotencyKey }: Intent<{ name: string; reason: string }>) =>
    callEndpoint(cancelBatchGroup, { params: path, body, idempotencyKey }),
  );

/** Asks a second person; the funding stays as it is until they agree. */
export function useReleaseFunding(path: BatchGroupPath) {
  const client = useQueryClient();
  return useMutation<{ approvalId: string }, ApiError, void>({
    mutationFn: () => callEndpoint(releaseFunding, { params: path, body: {} }),
    onSettled: () => readGroupAgain(client, path),
  });
}

/** Kept while the page is open: what was shown stays shown. Asking again shows the same. */
export function useShowPayIn(path: BatchGroupPath) {
  const client = useQueryClient();
  const queryKey = payInKey(path.batchGroupId);
  const showing = useMutation<PayIn, ApiError, void>({
    mutationFn: () => callEndpoint(showPayIn, { params: path, body: {} }),
    onSuccess: (reply) => {
      client.setQueryData(queryKey, reply);
      client.setQueryData(batchKeys.one(path.batchGroupId), reply.group);
    },
    onSettled: () => readGroupAgain(client, path),
  });
  const shown = useQuery<PayIn>({ queryKey, queryFn: skipToken, staleTime: Infinity, gcTime: Infinity });
  return { showing, ways: shown.data?.ways };
}
