import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { ExportsPage } from '@/components/transactions/exports/exports-page';
import { hydratedFirstPage } from '@/lib/client/hydration';
import { parseExportsState, queryOfExports } from '@/lib/client/transaction-exports/exports-state';
import { exportKeys } from '@/lib/client/transaction-exports/queries';
import { toSearchParams } from '@/lib/client/url/to-search-params';
import { listTransactionExports } from '@/lib/contracts/transaction-exports';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Exports of transactions' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ searchParams }: { searchParams: Search }) {
  const state = parseExportsState(toSearchParams(await searchParams));
  const list = await prefetchEndpoint(listTransactionExports, { query: queryOfExports(state) });
  return (
    <HydrationBoundary state={hydratedFirstPage(exportKeys.list(state), list)}>
      <ExportsPage />
    </HydrationBoundary>
  );
}
