import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CardPath } from '../../contracts/cards.ts';
import type { BodyOf } from '../../contracts/define-endpoint.ts';
import { getHandOver, type HandOverState, handOver } from '../../contracts/hand-overs.ts';
import type { ApiError } from '../api-error.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { cardKeys } from '../cards/keys.ts';
import { cardKeysTouched } from '../cards/mutations.ts';

const keyOf = (path: CardPath) => [...cardKeys.card(path), 'hand-over'] as const;

export const useHandOver = (path: CardPath) =>
  useQuery({
    queryKey: keyOf(path),
    queryFn: ({ signal }) => callEndpoint(getHandOver, { params: path, signal }),
  });

/** What was recorded is there for good, so the card's page reads all of itself again, also after a refusal. */
export function useHandCardOver(path: CardPath) {
  const client = useQueryClient();
  return useMutation<HandOverState, ApiError, NonNullable<BodyOf<typeof handOver>>>({
    mutationFn: (body) => callEndpoint(handOver, { params: path, body }),
    onSettled: () => void cardKeysTouched(client, path),
  });
}
