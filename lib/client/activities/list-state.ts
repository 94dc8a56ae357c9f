import { activityResourceTypes } from '../../catalogues/activities.ts';
import { activityStatusValues } from '../../catalogues/statuses.ts';
import type { ActivitiesQuery } from '../../contracts/activities.ts';
import { boundsOfDay } from '../../format/day-bounds.ts';
import { readDay } from '../url/read-day.ts';
import { hrefOf } from '../url/write-url.ts';
import { hrefWithView, type ListAddress, viewIdOf } from '../views/view-address.ts';

export type ActivityFilters = Omit<ActivitiesQuery, 'nextCursor' | 'size'>;

/** All that the address says. `since` and `until` are days in the reader's own zone. */
export interface ActivitiesState {
  profileId: string;
  monetaryResourceType: ActivityFilters['monetaryResourceType'] | '';
  status: ActivityFilters['status'] | '';
  since: string;
  until: string;
  /** The saved view it was opened with. */
  viewId?: string | undefined;
}

export const isActivityResource = (value: string | null) =>
  activityResourceTypes.find((known) => known === value) ?? '';
export const isActivityStatus = (value: string | null) =>
  activityStatusValues.find((known) => known === value) ?? '';

/** A value Wise could not be asked for is left out. */
export function parseActivitiesState(search: URLSearchParams): ActivitiesState {
  const profileId = search.get('profileId') ?? '';
  return {
    profileId: /^\d{1,19}$/.test(profileId) ? profileId : '',
    monetaryResourceType: isActivityResource(search.get('monetaryResourceType')),
    status: isActivityStatus(search.get('status')),
    since: readDay(search, 'since'),
    until: readDay(search, 'until'),
    viewId: viewIdOf(search),
  };
}

export const withoutFilters = ({ profileId }: ActivitiesState): ActivitiesState => ({
  profileId,
  monetaryResourceType: '',
  status: '',
  since: '',
  until: '',
});

/** Those beside the profile. */
export const countFilters = ({
  profileId: _profileId,
  viewId: _viewId,
  ...filters
}: ActivitiesState): number => Object.values(filters).filter((value) => value !== '').length;

export const hrefForActivities = (state: ActivitiesState) =>
  hrefWithView('/activities', queryOf(state), state.viewId);

export const addressOfActivities = (state: ActivitiesState): ListAddress<`/activities?${string}`> => ({
  query: queryOf(state),
  viewId: state.viewId,
  hrefFor: (query, viewId) =>
    hrefForActivities({ ...parseActivitiesState(new URLSearchParams(query)), viewId }),
});

const queryOf = ({ viewId: _viewId, ...filters }: ActivitiesState): string => hrefOf('', filters).slice(1);

/** What the endpoint is asked for. */
export function toActivityFilters(state: ActivitiesState, timeZone: string): ActivityFilters {
  const { monetaryResourceType, status } = state;
  const since = boundsOfDay(state.since, timeZone)?.from;
  const until = boundsOfDay(state.until, timeZone)?.until;
  return {
    ...(monetaryResourceType && { monetaryResourceType }),
    ...(status && { status }),
    ...(since && { since }),
    ...(until && { until }),
  };
}
