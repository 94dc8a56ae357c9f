'use client';
import { DayField } from '@/components/ui/day-field';
import { Select } from '@/components/ui/field';
import { FilterBar } from '@/components/ui/filter-bar';
import { activityResources } from '@/lib/catalogues/activities';
import { activityStatuses } from '@/lib/catalogues/statuses';
import {
  type ActivitiesState,
  countFilters,
  isActivityResource,
  isActivityStatus,
  withoutFilters,
} from '@/lib/client/activities/list-state';
import type { Profile } from '@/lib/contracts/profiles';

interface ActivityFiltersProps {
  state: ActivitiesState;
  profiles: readonly Profile[];
  onChoose: (next: ActivitiesState) => void;
}

export function ActivityFilters({ state, profiles, onChoose }: ActivityFiltersProps) {
  const { profileId } = state;
  return (
    <FilterBar
      label="Activities"
      search={
        <span className="w-[312px] max-wide:w-[240px] max-narrow:w-auto max-narrow:min-w-0 max-narrow:flex-1">
          <Select
            aria-label="Profile"
            data-search
            value={profileId}
            onChange={({ target }) => onChoose({ ...state, profileId: target.value })}
          >
            <option value="">Choose a profile</option>
            {profiles.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            {profileId !== '' && !profiles.some(({ id }) => id === profileId) && (
              <option value={profileId}>{profileId}</option>
            )}
          </Select>
        </span>
      }
      controls={profileId === '' ? undefined : <Controls state={state} onChoose={onChoose} />}
      active={countFilters(state)}
      onClear={() => onChoose(withoutFilters(state))}
    />
  );
}

function Controls({ state, onChoose }: Pick<ActivityFiltersProps, 'state' | 'onChoose'>) {
  return (
    <>
      <Select
        aria-label="Kind"
        className="wide:w-[176px]"
        value={state.monetaryResourceType}
        onChange={({ target }) =>
          onChoose({ ...state, monetaryResourceType: isActivityResource(target.value) })
        }
      >
        <option value="">Every kind</option>
        {Object.entries(activityResources).map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Status"
        className="wide:w-[140px]"
        value={state.status}
        onChange={({ target }) => onChoose({ ...state, status: isActivityStatus(target.value) })}
      >
        <option value="">Every status</option>
        {Object.entries(activityStatuses).map(([value, { word }]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </Select>
      <DayField
        label="From"
        value={state.since}
        max={state.until}
        onChange={(since) => onChoose({ ...state, since })}
      />
      <DayField
        label="until"
        value={state.until}
        min={state.since}
        onChange={(until) => onChoose({ ...state, until })}
      />
    </>
  );
}
