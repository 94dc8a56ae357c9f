import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { PlasticPage } from '@/components/plastic/plastic-page';
import { hydratedQuery } from '@/lib/client/hydration';
import { parsePlasticState, toPlasticQuery } from '@/lib/client/plastic/plastic-state';
import { plasticKeys } from '@/lib/client/plastic/queries';
import { toSearchParams } from '@/lib/client/url/to-search-params';
import { getPlasticDay } from '@/lib/contracts/plastic';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Plastic' };

export default async function Page({ searchParams }: PageProps<'/kiosks/plastic'>) {
  const query = toPlasticQuery(parsePlasticState(toSearchParams(await searchParams)));
  const day = await prefetchEndpoint(getPlasticDay, { query });
  return (
    <HydrationBoundary state={hydratedQuery(plasticKeys.day(query), day)}>
      <PlasticPage />
    </HydrationBoundary>
  );
}
