import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CardOrdersPage } from '@/components/card-orders/list/card-orders-page';
import { cardOrderKeys } from '@/lib/client/card-orders/keys';
import {
  addressOfCardOrders,
  parseCardOrdersState,
  toOrderFilters,
} from '@/lib/client/card-orders/list-state';
import { cardOrdersPageSize } from '@/lib/client/card-orders/queries';
import { hydratedFirstPage, hydratedQuery } from '@/lib/client/hydration';
import { toSearchParams } from '@/lib/client/url/to-search-params';
import { viewKeys } from '@/lib/client/views/keys';
import { findOpeningView } from '@/lib/client/views/view-address';
import { listIndexedCardOrders } from '@/lib/contracts/card-order-list';
import { listViews } from '@/lib/contracts/views';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Card orders' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ searchParams }: { searchParams: Search }) {
  const search = toSearchParams(await searchParams);
  const state = parseCardOrdersState(search);
  const filters = toOrderFilters(state);
  const [views, page] = await Promise.all([
    prefetchEndpoint(listViews, { query: { list: 'card-orders' } }),
    prefetchEndpoint(listIndexedCardOrders, { query: { ...filters, limit: cardOrdersPageSize } }),
  ]);
  const opening = findOpeningView(search, views);
  if (opening) redirect(addressOfCardOrders(state).hrefFor(opening.query, opening.id));
  return (
    <HydrationBoundary state={hydratedQuery(viewKeys.list('card-orders'), views)}>
      <HydrationBoundary state={hydratedFirstPage(cardOrderKeys.found(filters), page)}>
        <CardOrdersPage />
      </HydrationBoundary>
    </HydrationBoundary>
  );
}
