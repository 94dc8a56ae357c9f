import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { approve, listApprovals, refuse } from '../../contracts/approvals.ts';
import type { ReplyOf } from '../../contracts/define-endpoint.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import type { ApprovalsView } from './approvals-state.ts';

export const approvalKeys = {
  all: ['approvals'] as const,
  list: (view: ApprovalsView) => ['approvals', 'list', view] as const,
};

export const approvalListOptions = (view: ApprovalsView) =>
  queryOptions({
    queryKey: approvalKeys.list(view),
    queryFn: ({ signal }) => callEndpoint(listApprovals, { query: { state: view }, signal }),
  });
export const useApprovalList = (view: ApprovalsView) => useQuery(approvalListOptions(view));

export type Decision = 'approve' | 'refuse';
const endpointOf = { approve, refuse };

/** A temporary password in the answer is shown once and kept nowhere. */
export function useDecide(approvalId: string) {
  const client = useQueryClient();
  return useMutation<NonNullable<ReplyOf<typeof approve>>, ApiError, Decision>({
    mutationFn: (decision) => callEndpoint(endpointOf[decision], { params: { approvalId }, body: {} }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: approvalKeys.all });
      void client.invalidateQueries({ queryKey: ['staff'] });
      void client.invalidateQueries({ queryKey: ['overview'] });
    },
    gcTime: 0,
  });
}
