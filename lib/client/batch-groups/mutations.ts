import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  type BatchGroupDetail,
  type BatchGroupPath,
  completeBatchGroup,
  createBatchGroup,
  discardBatchGroup,
  pauseBatchGroup,
  runBatchGroup,
  updateBatchGroup,
} from '../../contracts/batch-groups.ts';
import { type AddedBatchRows, addBatchRows } from '../../contracts/batch-rows.ts';
import type { BodyOf } from '../../contracts/define-endpoint.ts';
import { type ApiError, asApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import type { Intent } from '../intent-key.ts';
import { batchKeys } from './keys.ts';

type Creation = NonNullable<BodyOf<typeof createBatchGroup>>;
type Addition = NonNullable<BodyOf<typeof addBatchRows>>;

const showGroup = (client: QueryClient, group: BatchGroupDetail) =>
  client.setQueryData(batchKeys.one(group.id), group);

/** After a refusal as well: it is refused because the group is not what the page shows. */
export function readGroupAgain(client: QueryClient, { batchGroupId }: BatchGroupPath): void {
  void client.invalidateQueries({ queryKey: batchKeys.one(batchGroupId) });
  void client.invalidateQueries({ queryKey: batchKeys.rows(batchGroupId) });
  void client.invalidateQueries({ queryKey: batchKeys.lists });
}

export function useCreateBatchGroup() {
  const client = useQueryClient();
  return useMutation<BatchGroupDetail, ApiError, Intent<Creation>>({
    mutationFn: ({ body, idempotencyKey }) => callEndpoint(createBatchGroup, { body, idempotencyKey }),
    onSuccess: (group) => showGroup(client, group),
    onSettled: () => void client.invalidateQueries({ queryKey: batchKeys.lists }),
  });
}

/** The acts on one group: each answers with the group as it is after it. */
export function useAct<V>(path: BatchGroupPath, act: (variables: V) => Promise<BatchGroupDetail>) {
  const client = useQueryClient();
  return useMutation<BatchGroupDetail, ApiError, V>({
    mutationFn: act,
    onMutate: () => client.cancelQueries({ queryKey: batchKeys.one(path.batchGroupId) }),
    onSuccess: (group) => showGroup(client, group),
    onSettled: () => readGroupAgain(client, path),
  });
}

export const useRenameBatchGroup = (path: BatchGroupPath) =>
  useAct(path, (body: { version: number; name: string }) =>
    callEndpoint(updateBatchGroup, { params: path, body }),
  );
export const useDiscardBatchGroup = (path: BatchGroupPath) =>
  useAct(path, (body: { version: number }) => callEndpoint(discardBatchGroup, { params: path, body }));
export const useRunBatchGroup = (path: BatchGroupPath) =>
  useAct(path, ({ body, idempotencyKey }: Intent<{ version: number }>) =>
    callEndpoint(runBatchGroup, { params: path, body, idempotencyKey }),
  );
export const usePauseBatchGroup = (path: BatchGroupPath) =>
  useAct(path, () => callEndpoint(pauseBatchGroup, { params: path, body: {} }));
export const useCompleteBatchGroup = (path: BatchGroupPath) =>
  useAct(path, ({ body, idempotencyKey }: Intent<{ wiseVersion: string }>) =>
    callEndpoint(completeBatchGroup, { params: path, body, idempotencyKey }),
  );

/** Rows that were thrown away for others leave the page with the next reading: there are fewer than it knows. */
export function useAddBatchRows(path: BatchGroupPath) {
  const client = useQueryClient();
  return useMutation<AddedBatchRows, ApiError, Addition>({
    mutationFn: (body) => callEndpoint(addBatchRows, { params: path, body }),
    onSuccess: (reply) => {
      if (reply.kind === 'added') showGroup(client, reply.group);
    },
    onSettled: (reply, error) => {
      if (reply?.kind === 'added' || (error && asApiError(error).code === 'conflict'))
        readGroupAgain(client, path);
    },
  });
}
