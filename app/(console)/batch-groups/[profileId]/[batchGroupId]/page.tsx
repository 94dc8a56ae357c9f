import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { BatchGroupPage } from '@/components/batch-groups/group/batch-group-page';
import { batchKeys } from '@/lib/client/batch-groups/keys';
import { batchFundingOptions } from '@/lib/client/batch-groups/funding';
import { hydratedQuery } from '@/lib/client/hydration';
import { getBatchFunding } from '@/lib/contracts/batch-funding';
import { getBatchGroup } from '@/lib/contracts/batch-groups';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Batch group' };

type Params = Promise<{ profileId: string; batchGroupId: string }>;

export default async function Page({ params }: { params: Params }) {
  const path = await params;
  const [group, funding] = await Promise.all([
    prefetchEndpoint(getBatchGroup, { params: path }),
    prefetchEndpoint(getBatchFunding, { params: path }),
  ]);
  return (
    <HydrationBoundary state={hydratedQuery(batchKeys.one(path.batchGroupId), group)}>
      <HydrationBoundary state={hydratedQuery(batchFundingOptions(path).queryKey, funding)}>
        <BatchGroupPage key={path.batchGroupId} path={path} />
      </HydrationBoundary>
    </HydrationBoundary>
  );
}
