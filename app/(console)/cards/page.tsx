import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { CardsTable } from '@/components/cards/cards-table/table';
import { cardKeys } from '@/lib/client/cards/keys';
import { parseListState } from '@/lib/client/cards/list-state';
import { cardsPageSize } from '@/lib/client/cards/queries';
import { hydratedFirstPage } from '@/lib/client/hydration';
import { toSearchParams } from '@/lib/client/url/to-search-params';
import { listCards } from '@/lib/contracts/cards';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Cards' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function CardsPage({ searchParams }: { searchParams: Search }) {
  const { filters } = parseListState(toSearchParams(await searchParams));
  const page = await prefetchEndpoint(listCards, { query: { ...filters, limit: cardsPageSize } });
  return (
    <HydrationBoundary state={hydratedFirstPage(cardKeys.list(filters), page)}>
      <CardsTable />
    </HydrationBoundary>
  );
}
