import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { CasesPage } from '@/components/cases/cases-page';
import { parseCasesState, queryOfCases } from '@/lib/client/cases/cases-state';
import { caseKeys } from '@/lib/client/cases/queries';
import { hydratedFirstPage } from '@/lib/client/hydration';
import { toSearchParams } from '@/lib/client/url/to-search-params';
import { listCases } from '@/lib/contracts/cases';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Cases' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ searchParams }: { searchParams: Search }) {
  const state = parseCasesState(toSearchParams(await searchParams));
  const list = await prefetchEndpoint(listCases, { query: queryOfCases(state) });
  return (
    <HydrationBoundary state={hydratedFirstPage(caseKeys.list(state), list)}>
      <CasesPage />
    </HydrationBoundary>
  );
}
