'use client';
import { ListFilter } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';
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
    <div
      role="search"
      aria-label="Activities"
      data-print="no"
      className="flex flex-none flex-wrap items-center gap-1.5 border-b border-line px-(--gutter) py-2"
    >
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
      {profileId !== '' && <Narrowing state={state} onChoose={onChoose} />}
    </div>
  );
}

type NarrowingProps = Pick<ActivityFiltersProps, 'state' | 'onChoose'>;

function Narrowing({ state, onChoose }: NarrowingProps) {
  const active = countFilters(state);
  const controls = <Controls state={state} onChoose={onChoose} />;
  return (
    <>
      <div className="flex items-center gap-1.5 max-wide:hidden">{controls}</div>
      <div className="wide:hidden">
        <Popover
          label="Filters"
          align="end"
          face={
            <>
              <ListFilter />
              Filters{active > 0 && ` ${active}`}
            </>
          }
        >
          {() => <div className="grid gap-2.5">{controls}</div>}
        </Popover>
      </div>
      {active > 0 && (
        <Button
          size="sm"
          variant="quiet"
          className="max-narrow:hidden"
          onClick={() => onChoose(withoutFilters(state))}
        >
          Clear
        </Button>
      )}
    </>
  );
}

function Controls({ state, onChoose }: NarrowingProps) {
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
      <Day
        label="From"
        value={state.since}
        max={state.until}
        onChange={(since) => onChoose({ ...state, since })}
      />
      <Day
        label="until"
        value={state.until}
        min={state.since}
        onChange={(until) => onChoose({ ...state, until })}
      />
    </>
  );
}

interface DayProps {
  label: string;
  value: string;
  min?: string;
  max?: string;
  onChange: (value: string) => void;
}

function Day({ label, value, min, max, onChange }: DayProps) {
  return (
    <label className="flex items-center gap-1.5 text-ink-2">
      <span className="max-wide:w-10">{label}</span>
      <Input
        type="date"
        className="min-w-0 wide:w-[136px]"
        value={value}
        min={min}
        max={max}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}
