import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { ReasonsPage } from '@/components/declines/reasons-page';
import { declineKeys } from '@/lib/client/declines/keys';
import { hydratedQuery } from '@/lib/client/hydration';
import { listDeclineReasons } from '@/lib/contracts/decline-reasons';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Decline reasons' };

export default async function Page() {
  const reasons = await prefetchEndpoint(listDeclineReasons);
  return (
    <HydrationBoundary state={hydratedQuery(declineKeys.reasons, reasons)}>
      <ReasonsPage />
    </HydrationBoundary>
  );
}
