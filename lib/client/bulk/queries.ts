import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type BulkStarted,
  type BulkSummary,
  getBulkChange,
  listBulkChanges,
  resumeBulkChange,
  startBulkChange,
  stopBulkChange,
} from '../../contracts/bulk.ts';
import type { BodyOf } from '../../contracts/define-endpoint.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import type { Intent } from '../intent-key.ts';
import { bulkKeys } from './keys.ts';

export const useBulkChanges = () =>
  useQuery(
    queryOptions({
      queryKey: bulkKeys.lists,
      queryFn: ({ signal }) => callEndpoint(listBulkChanges, { signal }),
    }),
  );

export const useBulkChange = (bulkId: string) =>
  useQuery(
    queryOptions({
      queryKey: bulkKeys.one(bulkId),
      queryFn: ({ signal }) => callEndpoint(getBulkChange, { params: { bulkId }, signal }),
    }),
  );

type WantedBulkChange = NonNullable<BodyOf<typeof startBulkChange>>;

export function useStartBulkChange(onStarted: (started: BulkStarted) => void) {
  const client = useQueryClient();
  return useMutation<BulkStarted, ApiError, Intent<WantedBulkChange>>({
    mutationFn: ({ body, idempotencyKey }) => callEndpoint(startBulkChange, { body, idempotencyKey }),
    onSuccess: onStarted,
    onSettled: () => {
      void client.invalidateQueries({ queryKey: bulkKeys.lists });
      void client.invalidateQueries({ queryKey: ['approvals'] });
    },
  });
}

const moves = { stop: stopBulkChange, resume: resumeBulkChange };

export function useMoveBulkChange(bulkId: string) {
  const client = useQueryClient();
  return useMutation<BulkSummary, ApiError, keyof typeof moves>({
    mutationFn: (move) => callEndpoint(moves[move], { params: { bulkId } }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: bulkKeys.one(bulkId) });
      void client.invalidateQueries({ queryKey: bulkKeys.lists });
    },
  });
}
