import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { NewCodesPage } from '@/components/new-codes/new-codes-page';
import { hydratedQuery } from '@/lib/client/hydration';
import { newCodeKeys } from '@/lib/client/new-codes/keys';
import { listNewCodes } from '@/lib/contracts/new-codes';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'New codes' };

export default async function Page() {
  const codes = await prefetchEndpoint(listNewCodes);
  return (
    <HydrationBoundary state={hydratedQuery(newCodeKeys.all, codes)}>
      <NewCodesPage />
    </HydrationBoundary>
  );
}
