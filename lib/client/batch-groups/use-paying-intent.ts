'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import type { BatchGroupDetail } from '../../contracts/batch-groups.ts';
import type { ApiError } from '../api-error.ts';
import { useIntent } from '../use-intent.ts';
import type { Intent } from '../intent-key.ts';

interface Ends {
  /** Whether money moves is not known. */
  onLost: () => void;
  onClose: () => void;
}

/** The intent of a dialog that pays a group. One whose answer was lost closes it: nothing may be pressed twice. */
export function usePayingIntent<B>(
  paying: Pick<UseMutationResult<BatchGroupDetail, ApiError, Intent<B>>, 'mutateAsync'>,
  { onLost, onClose }: Ends,
): (body: B) => Promise<boolean> {
  return useIntent({
    mutateAsync: (intent: Intent<B>) =>
      paying.mutateAsync(intent, {
        onError: ({ problem }) => {
          if (problem.certain !== 'unknown') return;
          onLost();
          onClose();
        },
      }),
  });
}
