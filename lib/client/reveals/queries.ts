import { useQuery } from '@tanstack/react-query';
import type { CardPath } from '../../contracts/cards.ts';
import { listCardReveals } from '../../contracts/sensitive-details.ts';
import { getSession } from '../../contracts/session.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { cardKeys } from '../cards/keys.ts';

export const revealsKey = (path: CardPath) => [...cardKeys.card(path), 'reveals'] as const;

export function useCardReveals(path: CardPath) {
  return useQuery({
    queryKey: revealsKey(path),
    queryFn: ({ signal }) => callEndpoint(listCardReveals, { params: path, signal }),
  });
}

/** A confirmation that ends while the form is sent is none. */
const leastLeftMs = 10_000;

/** Whether the person has shown of late that it is they; asked each time a dialog that needs it opens. */
export function useIsConfirmed() {
  return useQuery({
    queryKey: ['session', 'is-confirmed'],
    queryFn: async ({ signal }) => {
      const { confirmedUntil } = await callEndpoint(getSession, { signal });
      return confirmedUntil !== null && Date.parse(confirmedUntil) > Date.now() + leastLeftMs;
    },
    gcTime: 0,
    staleTime: 0,
  });
}
