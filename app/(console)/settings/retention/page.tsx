import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { RetentionPage } from '@/components/retention/retention-page';
import { hydratedQuery } from '@/lib/client/hydration';
import { retentionKeys } from '@/lib/client/retention/keys';
import { getRetention } from '@/lib/contracts/retention';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Retention' };

export default async function Page() {
  const retention = await prefetchEndpoint(getRetention);
  return (
    <HydrationBoundary state={hydratedQuery(retentionKeys.all, retention)}>
      <RetentionPage />
    </HydrationBoundary>
  );
}
