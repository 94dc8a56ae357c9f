import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { CardOrdersPage } from '@/components/card-orders/card-orders-page';
import { cardOrderKeys } from '@/lib/client/card-orders/keys';
import { profileIdOf } from '@/lib/client/card-orders/list-state';
import { cardOrdersPageSize } from '@/lib/client/card-orders/queries';
import { hydratedFirstPage, hydratedQuery } from '@/lib/client/hydration';
import { profilesOptions } from '@/lib/client/profiles/queries';
import { toSearchParams } from '@/lib/client/url/to-search-params';
import { listCardOrders } from '@/lib/contracts/card-orders';
import { listProfiles } from '@/lib/contracts/profiles';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Card orders' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ searchParams }: { searchParams: Search }) {
  const profileId = profileIdOf(toSearchParams(await searchParams));
  const [profiles, page] = await Promise.all([
    prefetchEndpoint(listProfiles),
    profileId === ''
      ? undefined
      : prefetchEndpoint(listCardOrders, { params: { profileId }, query: { limit: cardOrdersPageSize } }),
  ]);
  return (
    <HydrationBoundary state={hydratedQuery(profilesOptions().queryKey, profiles)}>
      <HydrationBoundary state={hydratedFirstPage(cardOrderKeys.list(profileId), page)}>
        <CardOrdersPage />
      </HydrationBoundary>
    </HydrationBoundary>
  );
}
