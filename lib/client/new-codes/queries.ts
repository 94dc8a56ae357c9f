import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  classifyCode,
  type CodeClassification,
  listNewCodes,
  type NewCode,
  takeBackCode,
} from '../../contracts/new-codes.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { newCodeKeys } from './keys.ts';

export const useNewCodes = () =>
  useQuery({ queryKey: newCodeKeys.all, queryFn: ({ signal }) => callEndpoint(listNewCodes, { signal }) });

/** Asks a second person: for what the code is to mean, or, with null, to take back what it means. */
export function useProposeCode({ code, version }: Pick<NewCode, 'code' | 'version'>) {
  const client = useQueryClient();
  return useMutation<{ approvalId: string }, ApiError, CodeClassification | null>({
    mutationFn: (classification) =>
      classification === null
        ? callEndpoint(takeBackCode, { body: { code, version } })
        : callEndpoint(classifyCode, { body: { code, version, classification } }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: newCodeKeys.all });
      void client.invalidateQueries({ queryKey: ['approvals'] });
    },
  });
}
