import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { BulkPage } from '@/components/cards/bulk/bulk-page';
import { bulkKeys } from '@/lib/client/bulk/keys';
import { hydratedQuery } from '@/lib/client/hydration';
import { getBulkChange } from '@/lib/contracts/bulk';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Many cards at once' };

export default async function Page({ params }: { params: Promise<{ bulkId: string }> }) {
  const { bulkId } = await params;
  const bulk = await prefetchEndpoint(getBulkChange, { params: { bulkId } });
  return (
    <HydrationBoundary state={hydratedQuery(bulkKeys.one(bulkId), bulk)}>
      <BulkPage bulkId={bulkId} />
    </HydrationBoundary>
  );
}
