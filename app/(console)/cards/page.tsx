import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CardsTable } from '@/components/cards/cards-table/table';
import { cardKeys } from '@/lib/client/cards/keys';
import { addressOfList, parseListState } from '@/lib/client/cards/list-state';
import { cardsPageSize } from '@/lib/client/cards/queries';
import { hydratedFirstPage, hydratedQuery } from '@/lib/client/hydration';
import { toSearchParams } from '@/lib/client/url/to-search-params';
import { viewKeys } from '@/lib/client/views/keys';
import { findOpeningView } from '@/lib/client/views/view-address';
import { listCards } from '@/lib/contracts/cards';
import { listViews } from '@/lib/contracts/views';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Cards' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function CardsPage({ searchParams }: { searchParams: Search }) {
  const search = toSearchParams(await searchParams);
  const state = parseListState(search);
  const { filters } = state;
  const [views, page] = await Promise.all([
    prefetchEndpoint(listViews, { query: { list: 'cards' } }),
    prefetchEndpoint(listCards, { query: { ...filters, limit: cardsPageSize } }),
  ]);
  const opening = findOpeningView(search, views);
  if (opening) redirect(addressOfList(state).hrefFor(opening.query, opening.id));
  return (
    <HydrationBoundary state={hydratedQuery(viewKeys.list('cards'), views)}>
      <HydrationBoundary state={hydratedFirstPage(cardKeys.list(filters), page)}>
        <CardsTable />
      </HydrationBoundary>
    </HydrationBoundary>
  );
}
