import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BatchGroupPath } from '../../contracts/batch-groups.ts';
import {
  getDeliveryEstimate,
  getReceipt,
  type SentAgain,
  sendReturnedAgain,
} from '../../contracts/batch-payouts.ts';
import type { BatchRow } from '../../contracts/batch-rows.ts';
import { type ApiError, asApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { downloadFile } from '../download-file.ts';
import type { Intent } from '../intent-key.ts';
import { batchKeys } from './keys.ts';
import { readGroupAgain } from './mutations.ts';

const rowPath = (path: BatchGroupPath, rowNumber: number) => ({ ...path, rowNumber: String(rowNumber) });

/** Read when somebody opens the row; Wise moves it while the payment is on its way, so what becomes of it is part of the key. */
export const useDeliveryEstimate = (
  path: BatchGroupPath,
  { rowNumber, transferStatus }: BatchRow,
  isWanted: boolean,
) =>
  useQuery({
    queryKey: ['delivery-estimate', path.batchGroupId, rowNumber, transferStatus],
    queryFn: ({ signal }) => callEndpoint(getDeliveryEstimate, { params: rowPath(path, rowNumber), signal }),
    enabled: isWanted,
    staleTime: 5 * 60_000,
    retry: false,
  });

export const useReceipt = (path: BatchGroupPath, rowNumber: number) =>
  useMutation<void, ApiError, void>({
    mutationFn: () =>
      downloadFile(getReceipt, {}, { params: rowPath(path, rowNumber) }).catch((error: unknown) => {
        throw asApiError(error);
      }),
  });

/** The page goes on to the group it made. */
export function useSendReturnedAgain(path: BatchGroupPath) {
  const client = useQueryClient();
  return useMutation<SentAgain, ApiError, Intent<{ name: string; sameName?: boolean }>>({
    mutationFn: ({ body, idempotencyKey }) =>
      callEndpoint(sendReturnedAgain, { params: path, body, idempotencyKey }),
    onSuccess: ({ group }) => client.setQueryData(batchKeys.one(group.id), group),
    onSettled: () => readGroupAgain(client, path),
  });
}
