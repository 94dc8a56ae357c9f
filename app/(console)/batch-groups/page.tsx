import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { BatchGroupsPage } from '@/components/batch-groups/list/batch-groups-page';
import { batchKeys } from '@/lib/client/batch-groups/keys';
import {
  addressOfBatchGroups,
  parseBatchGroupsState,
  toBatchGroupFilters,
} from '@/lib/client/batch-groups/list-state';
import { batchGroupsPageSize } from '@/lib/client/batch-groups/queries';
import { hydratedFirstPage, hydratedQuery } from '@/lib/client/hydration';
import { toSearchParams } from '@/lib/client/url/to-search-params';
import { viewKeys } from '@/lib/client/views/keys';
import { findOpeningView } from '@/lib/client/views/view-address';
import { listBatchGroups } from '@/lib/contracts/batch-groups';
import { listViews } from '@/lib/contracts/views';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Batch groups' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ searchParams }: { searchParams: Search }) {
  const search = toSearchParams(await searchParams);
  const state = parseBatchGroupsState(search);
  const filters = toBatchGroupFilters(state);
  const [views, page] = await Promise.all([
    prefetchEndpoint(listViews, { query: { list: 'batch-groups' } }),
    prefetchEndpoint(listBatchGroups, { query: { ...filters, limit: batchGroupsPageSize } }),
  ]);
  const opening = findOpeningView(search, views);
  if (opening) redirect(addressOfBatchGroups(state).hrefFor(opening.query, opening.id));
  return (
    <HydrationBoundary state={hydratedQuery(viewKeys.list('batch-groups'), views)}>
      <HydrationBoundary state={hydratedFirstPage(batchKeys.list(filters), page)}>
        <BatchGroupsPage />
      </HydrationBoundary>
    </HydrationBoundary>
  );
}
