import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { LegalHoldsPage } from '@/components/legal-holds/legal-holds-page';
import { hydratedFirstPage } from '@/lib/client/hydration';
import { legalHoldKeys } from '@/lib/client/legal-holds/keys';
import { parseLegalHoldsState } from '@/lib/client/legal-holds/legal-holds-state';
import { queryOfLegalHolds } from '@/lib/client/legal-holds/queries';
import { toSearchParams } from '@/lib/client/url/to-search-params';
import { listLegalHolds } from '@/lib/contracts/legal-holds';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Legal holds' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ searchParams }: { searchParams: Search }) {
  const state = parseLegalHoldsState(toSearchParams(await searchParams));
  const list = await prefetchEndpoint(listLegalHolds, { query: queryOfLegalHolds(state) });
  return (
    <HydrationBoundary state={hydratedFirstPage(legalHoldKeys.list(state), list)}>
      <LegalHoldsPage />
    </HydrationBoundary>
  );
}
