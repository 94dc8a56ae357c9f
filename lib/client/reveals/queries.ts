import { useQuery } from '@tanstack/react-query';
import type { CardPath } from '../../contracts/cards.ts';
import { listCardReveals } from '../../contracts/sensitive-details.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { cardKeys } from '../cards/keys.ts';

export const revealsKey = (path: CardPath) => [...cardKeys.card(path), 'reveals'] as const;

export function useCardReveals(path: CardPath) {
  return useQuery({
    queryKey: revealsKey(path),
    queryFn: ({ signal }) => callEndpoint(listCardReveals, { params: path, signal }),
  });
}
