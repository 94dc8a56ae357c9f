import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { BalancesPage } from '@/components/balances/balances-page';
import { hydratedQuery } from '@/lib/client/hydration';
import { profilesOptions } from '@/lib/client/profiles/queries';
import { listProfiles } from '@/lib/contracts/profiles';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Balances' };

export default async function Page() {
  const profiles = await prefetchEndpoint(listProfiles);
  return (
    <HydrationBoundary state={hydratedQuery(profilesOptions().queryKey, profiles)}>
      <BalancesPage />
    </HydrationBoundary>
  );
}
