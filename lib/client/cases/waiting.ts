import { type QueryClient, useQuery } from '@tanstack/react-query';
import { getDeskCounts } from '../../contracts/cases.ts';
import { callEndpoint } from '../call-endpoint.ts';
import { useCan } from '../session/session-provider.tsx';

/** Below the key that events about cases make old. */
const queryKey = ['cases', 'waiting'] as const;
/** A case gets late without anybody doing anything. */
const everyMinute = 60_000;

/** The number comes with the page. */
export function keepWaitingCases(client: QueryClient, waiting: number | undefined): QueryClient {
  if (waiting !== undefined) client.setQueryData(queryKey, waiting);
  return client;
}

/** Cases that this person has, and late ones that nobody has; 0 for who is not of compliance. */
export function useWaitingCases(): number {
  const mayRead = useCan('cases.read');
  const { data = 0 } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => (await callEndpoint(getDeskCounts, { signal })).waitsForYou,
    enabled: mayRead,
    refetchInterval: mayRead && everyMinute,
    staleTime: everyMinute,
  });
  return data;
}
