import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CasesPage } from '@/components/cases/cases-page';
import { addressOfCases, parseCasesState, queryOfCases } from '@/lib/client/cases/cases-state';
import { caseKeys } from '@/lib/client/cases/queries';
import { hydratedFirstPage, hydratedQuery } from '@/lib/client/hydration';
import { toSearchParams } from '@/lib/client/url/to-search-params';
import { viewKeys } from '@/lib/client/views/keys';
import { findOpeningView } from '@/lib/client/views/view-address';
import { listCases } from '@/lib/contracts/cases';
import { listViews } from '@/lib/contracts/views';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Cases' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ searchParams }: { searchParams: Search }) {
  const search = toSearchParams(await searchParams);
  const state = parseCasesState(search);
  const [views, list] = await Promise.all([
    prefetchEndpoint(listViews, { query: { list: 'cases' } }),
    prefetchEndpoint(listCases, { query: queryOfCases(state) }),
  ]);
  const opening = findOpeningView(search, views);
  if (opening) redirect(addressOfCases(state).hrefFor(opening.query, opening.id));
  return (
    <HydrationBoundary state={hydratedQuery(viewKeys.list('cases'), views)}>
      <HydrationBoundary state={hydratedFirstPage(caseKeys.list(state), list)}>
        <CasesPage />
      </HydrationBoundary>
    </HydrationBoundary>
  );
}
