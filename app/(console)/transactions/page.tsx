import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ArchivePage } from '@/components/transactions/archive/archive-page';
import { hydratedFirstPage, hydratedQuery } from '@/lib/client/hydration';
import {
  addressOfArchive,
  parseArchiveState,
  toArchiveFilters,
} from '@/lib/client/transactions/archive-state';
import { transactionKeys } from '@/lib/client/transactions/keys';
import { transactionsPageSize } from '@/lib/client/transactions/queries';
import { toSearchParams } from '@/lib/client/url/to-search-params';
import { viewKeys } from '@/lib/client/views/keys';
import { findOpeningView } from '@/lib/client/views/view-address';
import { listTransactions } from '@/lib/contracts/transactions';
import { listViews } from '@/lib/contracts/views';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';
import { readPreferences } from '../../read-preferences';

export const metadata: Metadata = { title: 'Transactions' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ searchParams }: { searchParams: Search }) {
  const [record, { timeZone }] = await Promise.all([searchParams, readPreferences()]);
  const search = toSearchParams(record);
  const state = parseArchiveState(search);
  const filters = toArchiveFilters(state, timeZone ?? 'UTC');
  const [views, page] = await Promise.all([
    prefetchEndpoint(listViews, { query: { list: 'transactions' } }),
    prefetchEndpoint(listTransactions, { query: { ...filters, limit: transactionsPageSize } }),
  ]);
  const opening = findOpeningView(search, views);
  if (opening) redirect(addressOfArchive(state).hrefFor(opening.query, opening.id));
  return (
    <HydrationBoundary state={hydratedQuery(viewKeys.list('transactions'), views)}>
      <HydrationBoundary state={hydratedFirstPage(transactionKeys.found(filters), page)}>
        <ArchivePage />
      </HydrationBoundary>
    </HydrationBoundary>
  );
}
