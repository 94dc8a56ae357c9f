import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { OverviewPage } from '@/components/overview/overview-page';
import { hydratedQuery } from '@/lib/client/hydration';
import { overviewKey } from '@/lib/client/overview/queries';
import { getOverview } from '@/lib/contracts/overview';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Overview' };

export default async function Page() {
  const overview = await prefetchEndpoint(getOverview);
  return (
    <HydrationBoundary state={hydratedQuery(overviewKey, overview)}>
      <OverviewPage />
    </HydrationBoundary>
  );
}
