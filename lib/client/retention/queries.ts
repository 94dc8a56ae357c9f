import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RetentionClassName } from '../../catalogues/retention.ts';
import type { BodyOf } from '../../contracts/define-endpoint.ts';
import { changeRetention, getRetention, previewRetention } from '../../contracts/retention.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { retentionKeys } from './keys.ts';

export const useRetention = () =>
  useQuery({ queryKey: retentionKeys.all, queryFn: ({ signal }) => callEndpoint(getRetention, { signal }) });

/** What would have passed its time by now. */
export const useRetentionPreview = (name: RetentionClassName, days: number) =>
  useQuery({
    queryKey: [...retentionKeys.all, 'preview', name, days],
    queryFn: ({ signal }) => callEndpoint(previewRetention, { query: { class: name, days }, signal }),
  });

type Change = NonNullable<BodyOf<typeof changeRetention>>;

export function useAskForRetention() {
  const client = useQueryClient();
  return useMutation<{ approvalId: string }, ApiError, Change>({
    mutationFn: (body) => callEndpoint(changeRetention, { body }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: retentionKeys.all });
      void client.invalidateQueries({ queryKey: ['approvals'] });
    },
  });
}
