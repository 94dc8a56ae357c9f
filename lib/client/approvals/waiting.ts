import { type QueryClient, useQuery } from '@tanstack/react-query';
import { listApprovals } from '../../contracts/approvals.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { useCan } from '../session/session-provider.tsx';

/** Below the key that events about approvals make old. */
const queryKey = ['approvals', 'waiting'] as const;

/** The number comes with the page; it is read again only when an event says so. */
export function keepWaitingApprovals(client: QueryClient, waiting: number | undefined): QueryClient {
  if (waiting !== undefined) client.setQueryData(queryKey, waiting);
  return client;
}

/** How many approvals wait for this person; 0 for who may not decide. */
export function useWaitingApprovals(): number {
  const { data = 0 } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const { items } = await callEndpoint(listApprovals, { query: { view: 'waiting' }, signal });
      return items.length;
    },
    enabled: useCan('approvals.decide'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}
