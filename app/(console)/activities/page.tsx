import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readPreferences } from '@/app/read-preferences';
import { ActivitiesPage } from '@/components/activities/activities-page';
import { activityKeys } from '@/lib/client/activities/keys';
import {
  addressOfActivities,
  parseActivitiesState,
  toActivityFilters,
} from '@/lib/client/activities/list-state';
import { activitiesPageSize } from '@/lib/client/activities/queries';
import { hydratedFirstPage, hydratedQuery } from '@/lib/client/hydration';
import { profilesOptions } from '@/lib/client/profiles/queries';
import { toSearchParams } from '@/lib/client/url/to-search-params';
import { viewKeys } from '@/lib/client/views/keys';
import { findOpeningView } from '@/lib/client/views/view-address';
import { listActivities } from '@/lib/contracts/activities';
import { listProfiles } from '@/lib/contracts/profiles';
import { listViews } from '@/lib/contracts/views';
import { prefetchEndpoint } from '@/lib/server/http/prefetch';

export const metadata: Metadata = { title: 'Activities' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function Page({ searchParams }: { searchParams: Search }) {
  const [record, { timeZone = 'UTC' }] = await Promise.all([searchParams, readPreferences()]);
  const search = toSearchParams(record);
  const state = parseActivitiesState(search);
  const { profileId } = state;
  const filters = toActivityFilters(state, timeZone);
  const [views, profiles, page] = await Promise.all([
    prefetchEndpoint(listViews, { query: { list: 'activities' } }),
    prefetchEndpoint(listProfiles),
    profileId === ''
      ? undefined
      : prefetchEndpoint(listActivities, {
          params: { profileId },
          query: { ...filters, size: activitiesPageSize },
        }),
  ]);
  const opening = findOpeningView(search, views);
  if (opening) redirect(addressOfActivities(state).hrefFor(opening.query, opening.id));
  return (
    <HydrationBoundary state={hydratedQuery(viewKeys.list('activities'), views)}>
      <HydrationBoundary state={hydratedQuery(profilesOptions().queryKey, profiles)}>
        <HydrationBoundary state={hydratedFirstPage(activityKeys.list(profileId, filters), page)}>
          <ActivitiesPage />
        </HydrationBoundary>
      </HydrationBoundary>
    </HydrationBoundary>
  );
}
