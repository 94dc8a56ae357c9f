import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { RetentionPage } from '@/components/retention/retention-page';
import { hydratedQuery } from '@/lib/client/hydration';
import { retentionKey } from '@/lib/client/retention/queries';
import { getRetention } from '@/lib/contracts/retention';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Retention' };

export default async function Page() {
  const retention = await prefetchEndpoint(getRetention);
  return (
    <HydrationBoundary state={hydratedQuery(retentionKey, retention)}>
      <RetentionPage />
    </HydrationBoundary>
  );
}
