import { useQuery } from '@tanstack/react-query';
import { confirmSession, getSession } from '../../contracts/session.ts';
import { callEndpoint } from '../call-endpoint.ts';

export const confirmItIsMe = (password: string) => callEndpoint(confirmSession, { body: { password } });

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
