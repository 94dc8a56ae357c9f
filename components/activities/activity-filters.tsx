'use client';
import { ProfileSelect } from '@/components/profiles/profile-select';
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
        <ProfileSelect
          profileId={profileId}
          profiles={profiles}
          onChoose={(chosen) => onChoose({ ...state, profileId: chosen })}
        />
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
