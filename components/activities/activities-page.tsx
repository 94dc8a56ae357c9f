'use client';
import { useQuery } from '@tanstack/react-query';
import { Activity, RotateCw } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useRef } from 'react';
import { MoreRows } from '@/components/data-table/more-rows';
import { useRowKeys } from '@/components/data-table/row-keys';
import { EmptyState } from '@/components/feedback/empty-state';
import { ErrorState } from '@/components/feedback/error-state';
import { Freshness } from '@/components/feedback/freshness';
import { NotYours } from '@/components/feedback/not-yours';
import { PendingRows } from '@/components/feedback/pending-rows';
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
  const asOf = list.data?.pages[0]?.asOf;
  return (
    <div className="fit-page">
      <PageHeader
        title="Activities"
        titleInTopBar
        aside={profile && <span className="hidden print:inline">{profile.name}</span>}
        actions={
          state.profileId !== '' && (
            <>
              {asOf !== undefined && <Freshness at={asOf} />}
              <Button
                size="sm"
                variant="quiet"
                icon={<RotateCw />}
                busy={list.isFetching && !list.isFetchingNextPage}
                onClick={() => void list.refetch()}
              >
                Read again
              </Button>
            </>
          )
        }
      />
      <SavedViewsBar
        list="activities"
        label="Views of activities"
        address={addressOfActivities(state)}
        all={{ label: 'All activities', href: hrefForActivities(withoutFilters(state)) }}
      />
      <ActivityFilters state={state} profiles={profiles} onChoose={choose} />
      {state.profileId === '' ? (
        <EmptyState icon={<Activity />} title="No profile is chosen.">
          Choose one above to see what happened on it: card payments, transfers, balances.
        </EmptyState>
      ) : (
        <ActivityTable state={state} list={list} onChoose={choose} />
      )}
    </div>
  );
}

interface ActivityTableProps {
  state: ActivitiesState;
  list: ReturnType<typeof useActivityList>;
  onChoose: (next: ActivitiesState) => void;
}

function ActivityTable({ state, list, onChoose }: ActivityTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  useRowKeys(scroller);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isEmpty = list.isSuccess && items.length === 0 && !list.hasNextPage;
  return (
    <div
      ref={scroller}
      data-scroll
      tabIndex={0}
      role="region"
      aria-label="Activities table"
      className="relative min-h-0 flex-1 overflow-auto -outline-offset-2"
    >
      {list.isError && (
        <ErrorState
          className="m-(--gutter)"
          error={list.error}
          title={list.data ? 'These rows could not be read again.' : 'The activities could not be read.'}
          onRetry={() => void list.refetch()}
          busy={list.isFetching}
        />
      )}
      {isEmpty && <NothingFound state={state} onClear={() => onChoose(withoutFilters(state))} />}
      {!isEmpty && (!list.isError || list.data) && (
        <table
          role="table"
          className="data-table two-line"
          aria-label="Activities"
          aria-busy={list.isPending || list.isPlaceholderData}
        >
          <ActivityHead />
          <tbody role="rowgroup" className={list.isPlaceholderData ? 'opacity-60' : undefined}>
            {list.isPending && <PendingRows columns={activityColumns} rows={12} />}
            {items.map((activity, index) => (
              <ActivityRow key={activity.id} profileId={state.profileId} activity={activity} index={index} />
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && !list.isPlaceholderData && (
        <MoreRows
          isReading={list.isFetchingNextPage}
          hasFailed={list.isFetchNextPageError}
          onMore={() => void list.fetchNextPage()}
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
