import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RevealReason } from '../../catalogues/reveals.ts';
import { getPinApproval, requestApproval } from '../../contracts/approvals.ts';
import type { CardPath } from '../../contracts/cards.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';

/** Below the key that events about approvals make old: what a second person decides shows at once. */
const keyOf = ({ cardToken }: CardPath) => ['approvals', 'pin', cardToken] as const;

/** The reader's own last request for this card's PIN, as it stands. */
export const usePinApproval = (path: CardPath) =>
  useQuery({
    queryKey: keyOf(path),
    queryFn: ({ signal }) => callEndpoint(getPinApproval, { params: path, signal }),
    staleTime: 0,
  });

export function useAskForPin(path: CardPath) {
  const client = useQueryClient();
  return useMutation<{ approvalId: string }, ApiError, { reason: RevealReason; ticket: string }>({
    mutationFn: (why) => callEndpoint(requestApproval, { body: { kind: 'pin.reveal', ...path, ...why } }),
    // Until it is read the dialog still asks.
    onSettled: () => client.invalidateQueries({ queryKey: ['approvals'] }),
  });
}
