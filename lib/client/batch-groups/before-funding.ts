import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  getConversion,
  requestConversion,
  requestFundingApproval,
} from '../../contracts/batch-before-funding.ts';
import type { BatchGroupPath } from '../../contracts/batch-groups.ts';
import type { ApiError } from '../api-error.ts';
import { approvalKeys } from '../approvals/queries.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { batchKeys } from './keys.ts';
import { readGroupAgain } from './mutations.ts';

/** Below the group's own key: what makes the group old makes this old. */
const conversionOptions = (path: BatchGroupPath) =>
  queryOptions({
    queryKey: [...batchKeys.one(path.batchGroupId), 'conversion'] as const,
    queryFn: ({ signal }) => callEndpoint(getConversion, { params: path, signal }),
  });
export const useConversion = (path: BatchGroupPath, isWanted: boolean) =>
  useQuery({ ...conversionOptions(path), enabled: isWanted });

const asks = { approval: requestFundingApproval, conversion: requestConversion };

/** Asks other people, about the group as it stands or about a conversion. */
export function useAskForApproval(path: BatchGroupPath, about: keyof typeof asks) {
  const client = useQueryClient();
  return useMutation<{ approvalId: string }, ApiError, void>({
    mutationFn: () => callEndpoint(asks[about], { params: path, body: {} }),
    // After a refusal too: it is refused because things are not as the page shows them.
    onSettled: () => {
      readGroupAgain(client, path);
      void client.invalidateQueries({ queryKey: approvalKeys.all });
    },
  });
}
