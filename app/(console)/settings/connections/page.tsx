import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { ConnectionsPage } from '@/components/connections/connections-page';
import { connectionKeys } from '@/lib/client/connections/keys';
import { parseConnectionsState, toConnectionFilters } from '@/lib/client/connections/list-state';
import { connectionsPageSize } from '@/lib/client/connections/queries';
import { hydratedFirstPage } from '@/lib/client/hydration';
import { toSearchParams } from '@/lib/client/url/to-search-params';
import { listConnections } from '@/lib/contracts/connections';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Connections' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ searchParams }: { searchParams: Search }) {
  const filters = toConnectionFilters(parseConnectionsState(toSearchParams(await searchParams)));
  const page = await prefetchEndpoint(listConnections, { query: { ...filters, limit: connectionsPageSize } });
  return (
    <HydrationBoundary state={hydratedFirstPage(connectionKeys.list(filters), page)}>
      <ConnectionsPage />
    </HydrationBoundary>
  );
}
