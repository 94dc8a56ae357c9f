import { queryOptions, useIsMutating, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type ApprovalDetail,
  type ApprovalsView,
  approve,
  decideApprovalItem,
  getApproval,
  listApprovals,
  refuse,
  withdrawApproval,
} from '../../contracts/approvals.ts';
import type { ReplyOf } from '../../contracts/define-endpoint.ts';
import type { ApiError } from '../api-error.ts';
import { type ItemWord, withItem } from './items.ts';
import { callEndpoint } from '../call-endpoint.ts';

export const approvalKeys = {
  all: ['approvals'] as const,
  list: (view: ApprovalsView) => ['approvals', 'list', view] as const,
  one: (approvalId: string) => ['approvals', 'one', approvalId] as const,
};

export const useApprovalList = (view: ApprovalsView) =>
  useQuery(
    queryOptions({
      queryKey: approvalKeys.list(view),
      queryFn: ({ signal }) => callEndpoint(listApprovals, { query: { view }, signal }),
    }),
  );

export const useApproval = (approvalId: string | undefined) =>
  useQuery({
    queryKey: approvalKeys.one(approvalId ?? ''),
    queryFn: ({ signal }) => callEndpoint(getApproval, { params: { approvalId: approvalId ?? '' }, signal }),
    enabled: approvalId !== undefined,
  });

export type Decision = 'approve' | 'refuse';
interface Word {
  decision: Decision;
  /** A note beside an approval, why it is refused. */
  text: string;
}

/** A temporary password in the answer is shown once and kept nowhere. */
export function useDecide(approvalId: string) {
  const readAgain = useReadAgain();
  return useMutation<NonNullable<ReplyOf<typeof approve>>, ApiError, Word>({
    mutationFn: ({ decision, text }) =>
      decision === 'approve'
        ? callEndpoint(approve, { params: { approvalId }, body: text === '' ? {} : { note: text } })
        : callEndpoint(refuse, { params: { approvalId }, body: { reason: text } }),
    onSettled: readAgain,
    gcTime: 0,
  });
}

export function useWithdraw(approvalId: string) {
  const readAgain = useReadAgain();
  return useMutation<ApprovalDetail, ApiError, void>({
    mutationFn: () => callEndpoint(withdrawApproval, { params: { approvalId }, body: {} }),
    onSettled: readAgain,
  });
}

const itemKeyOf = (approvalId: string) => ['approvals', 'item', approvalId] as const;

/**
 * Shown at once and taken back on failure. They are sent one after the other, in the order in which they were pressed, and
 * read again once none is left: an answer in between does not know of those behind it.
 */
export function useAcceptItem(approvalId: string) {
  const client = useQueryClient();
  const queryKey = approvalKeys.one(approvalId);
  const mutationKey = itemKeyOf(approvalId);
  const show = ({ isAccepted, itemKey }: ItemWord) =>
    client.setQueryData<ApprovalDetail>(queryKey, (seen) => seen && withItem(seen, itemKey, isAccepted));
  return useMutation<ApprovalDetail, ApiError, ItemWord>({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    mutationFn: ({ itemKey, isAccepted }) =>
      callEndpoint(decideApprovalItem, { params: { approvalId, itemKey }, body: { isAccepted } }),
    onMutate: async (word) => {
      show(word);
      // A reading that began before would bring back what was there.
      await client.cancelQueries({ queryKey });
    },
    onError: (_, word) => void show({ ...word, isAccepted: !word.isAccepted }),
    onSettled: () => {
      if (client.isMutating({ mutationKey }) === 1) void client.invalidateQueries({ queryKey });
    },
  });
}

/** Whether some of what was accepted is still on its way. */
export const useIsAccepting = (approvalId: string): boolean =>
  useIsMutating({ mutationKey: itemKeyOf(approvalId) }) > 0;

/** After a failure too: somebody else may have decided meanwhile. */
function useReadAgain() {
  const client = useQueryClient();
  return () => {
    for (const name of ['approvals', 'approval-rules', 'staff', 'overview'])
      void client.invalidateQueries({ queryKey: [name] });
  };
}
