import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { BranchesPage } from '@/components/branches/branches-page';
import { branchKeys } from '@/lib/client/branches/queries';
import { hydratedQuery } from '@/lib/client/hydration';
import { listBranches, listKiosks } from '@/lib/contracts/branches';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Branches and kiosks' };

export default async function Page() {
  const [branches, kiosks] = await Promise.all([
    prefetchEndpoint(listBranches),
    prefetchEndpoint(listKiosks),
  ]);
  return (
    <HydrationBoundary state={hydratedQuery(branchKeys.list, branches)}>
      <HydrationBoundary state={hydratedQuery(branchKeys.kiosks, kiosks)}>
        <BranchesPage />
      </HydrationBoundary>
    </HydrationBoundary>
  );
}
