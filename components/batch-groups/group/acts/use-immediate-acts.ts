'use client';
import { usePauseBatchGroup, useRunBatchGroup } from '@/lib/client/batch-groups/mutations';
import { useIntent } from '@/lib/client/use-intent';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';

/** What is done without asking first, because the other one takes it back. */
export function useImmediateActs({ version }: BatchGroupDetail, path: BatchGroupPath) {
  const pausing = usePauseBatchGroup(path);
  const going = useRunBatchGroup(path);
  const run = useIntent(going);
  return {
    pause: () => {
      going.reset();
      if (!pausing.isPending) pausing.mutate(undefined);
    },
    goOn: () => {
      pausing.reset();
      void run({ version });
    },
    isBusy: pausing.isPending || going.isPending,
    error: pausing.error ?? going.error,
    forget: () => {
      pausing.reset();
      going.reset();
    },
  };
}
export type ImmediateActs = ReturnType<typeof useImmediateActs>;
