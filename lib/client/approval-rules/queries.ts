import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getApprovalRules, updateApprovalRules } from '../../contracts/approval-rules.ts';
import type { BodyOf } from '../../contracts/define-endpoint.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';

export const approvalRulesKey = ['approval-rules'] as const;

export const useApprovalRules = () =>
  useQuery({
    queryKey: approvalRulesKey,
    queryFn: ({ signal }) => callEndpoint(getApprovalRules, { signal }),
  });

type Wanted = NonNullable<BodyOf<typeof updateApprovalRules>>;

export function useAskForRules() {
  const client = useQueryClient();
  return useMutation<{ approvalId: string }, ApiError, Wanted>({
    mutationFn: (body) => callEndpoint(updateApprovalRules, { body }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: approvalRulesKey });
      void client.invalidateQueries({ queryKey: ['approvals'] });
    },
  });
}
