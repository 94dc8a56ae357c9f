'use client';
import { useQuery } from '@tanstack/react-query';
import { Activity } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { ProfileConnectionNotice } from '@/components/connections/profile-connection-notice';
import { EndlessTable } from '@/components/data-table/endless-table';
import { EmptyState } from '@/components/feedback/empty-state';
import { NotYours } from '@/components/feedback/not-yours';
import { ReadAgain } from '@/components/feedback/read-again';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';
import { SavedViewsBar } from '@/components/views/saved-views-bar';
import {
  type ActivitiesState,
  addressOfActivities,
  countFilters,
  hrefForActivities,
  parseActivitiesState,
  toActivityFilters,
  withoutFilters,
} from '@/lib/client/activities/list-state';
import { useActivityList } from '@/lib/client/activities/queries';
import { profilesOptions } from '@/lib/client/profiles/queries';
import { useOwnBranches } from '@/lib/client/session/use-own-branches';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { pushUrl } from '@/lib/client/url/write-url';
import { ActivityFilters } from './activity-filters';
import { ActivityHead, ActivityRow, activityColumns } from './activity-rows';

export function ActivitiesPage() {
  if (useOwnBranches() === undefined) return <Activities />;
  return (
    <NotYours title="Activities">
      Activities are a whole profile’s, not a branch’s. A card’s payments stand on the card’s own page.
    </NotYours>
  );
}

function Activities() {
  const timeZone = useTimeZone();
  const state = parseActivitiesState(useSearchParams());
  const list = useActivityList(state.profileId, toActivityFilters(state, timeZone));
  const profiles = useQuery(profilesOptions()).data?.items ?? [];
  const profile = profiles.find(({ id }) => id === state.profileId);
  const choose = (next: ActivitiesState) => pushUrl(hrefForActivities(next));
  return (
    <div className="fit-page">
      <PageHeader
        title="Activities"
        titleInTopBar
        aside={profile && <span className="hidden print:inline">{profile.name}</span>}
        actions={state.profileId !== '' && <ReadAgain list={list} />}
      />
      <SavedViewsBar
        list="activities"
        label="Views of activities"
        address={addressOfActivities(state)}
        all={{ label: 'All activities', href: hrefForActivities(withoutFilters(state)) }}
      />
      <ActivityFilters state={state} profiles={profiles} onChoose={choose} />
      {state.profileId !== '' && (
        <ProfileConnectionNotice
          isWithoutCards
          profileIds={[state.profileId]}
          className="flex-none px-(--gutter) py-2"
        />
      )}
      {state.profileId === '' ? (
        <EmptyState icon={<Activity />} title="No profile is chosen.">
          Choose one above to see what happened on it: card payments, transfers, balances.
        </EmptyState>
      ) : (
        <EndlessTable
          label="Activities"
          list={list}
          head={<ActivityHead />}
          columns={activityColumns}
          row={(activity, index) => (
            <ActivityRow key={activity.id} profileId={state.profileId} activity={activity} index={index} />
          )}
          nothingFound={<NothingFound state={state} onClear={() => choose(withoutFilters(state))} />}
        />
      )}
    </div>
  );
}

function NothingFound({ state, onClear }: { state: ActivitiesState; onClear: () => void }) {
  const isFiltered = countFilters(state) > 0;
  return (
    <EmptyState
      icon={<Activity />}
      title={isFiltered ? 'No activity matches.' : 'Nothing has happened on this profile yet.'}
      action={isFiltered && <Button onClick={onClear}>Clear the filters</Button>}
    >
      {isFiltered
        ? 'Try another kind or status, or a longer time.'
        : 'The first payment, transfer or top-up appears here.'}
    </EmptyState>
  );
}
