import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { readPreferences } from '@/app/read-preferences';
import { ActivitiesPage } from '@/components/activities/activities-page';
import { activityKeys } from '@/lib/client/activities/keys';
import { parseActivitiesState, toActivityFilters } from '@/lib/client/activities/list-state';
import { activitiesPageSize } from '@/lib/client/activities/queries';
import { hydratedFirstPage, hydratedQuery } from '@/lib/client/hydration';
import { profilesOptions } from '@/lib/client/profiles/queries';
import { toSearchParams } from '@/lib/client/url/to-search-params';
import { listActivities } from '@/lib/contracts/activities';
import { listProfiles } from '@/lib/contracts/profiles';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Activities' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ searchParams }: { searchParams: Search }) {
  const [search, { timeZone = 'UTC' }] = await Promise.all([searchParams, readPreferences()]);
  const state = parseActivitiesState(toSearchParams(search));
  const { profileId } = state;
  const filters = toActivityFilters(state, timeZone);
  const [profiles, page] = await Promise.all([
    prefetchEndpoint(listProfiles),
    profileId === ''
      ? undefined
      : prefetchEndpoint(listActivities, {
          params: { profileId },
          query: { ...filters, size: activitiesPageSize },
        }),
  ]);
  return (
    <HydrationBoundary state={hydratedQuery(profilesOptions().queryKey, profiles)}>
      <HydrationBoundary state={hydratedFirstPage(activityKeys.list(profileId, filters), page)}>
        <ActivitiesPage />
      </HydrationBoundary>
    </HydrationBoundary>
  );
}
