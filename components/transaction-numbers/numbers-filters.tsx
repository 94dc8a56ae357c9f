'use client';
import { useQuery } from '@tanstack/react-query';
import { ProfileBoxes } from '@/components/profiles/profile-boxes';
import { DayField } from '@/components/ui/day-field';
import { Select } from '@/components/ui/field';
import { FilterRow } from '@/components/ui/filter-row';
import { Popover } from '@/components/ui/popover';
import { UrlLink } from '@/components/ui/url-link';
import { buttonClass } from '@/components/ui/button';
import { profilesOptions } from '@/lib/client/profiles/queries';
import {
  hrefForNumbers,
  isOwnPeriod,
  type NumbersState,
  type Period,
  periodLengths,
} from '@/lib/client/transaction-numbers/numbers-state';
import { pushUrl } from '@/lib/client/url/write-url';
import type { TransactionNumbers } from '@/lib/contracts/transaction-numbers';
import { formatProgramme } from '@/lib/format/card-numbers';

interface NumbersFiltersProps {
  state: NumbersState;
  period: Period;
  known: TransactionNumbers['programmes'];
}

export function NumbersFilters({ state, period, known }: NumbersFiltersProps) {
  const choose = (next: NumbersState) => pushUrl(hrefForNumbers(next));
  const programmes = [...new Set([...known.map(({ programme }) => programme), ...state.programme])];
  return (
    <FilterRow label="Numbers">
      <span className="flex gap-1">
        {periodLengths.map((days) => {
          const isCurrent = !isOwnPeriod(state) && state.days === days;
          return (
            <UrlLink
              key={days}
              href={hrefForNumbers({ ...state, days, from: '', until: '' })}
              aria-current={isCurrent || undefined}
              className={buttonClass({ size: 'sm', variant: isCurrent ? 'secondary' : 'quiet' })}
            >
              {days} days
            </UrlLink>
          );
        })}
      </span>
      <DayField
        label="From"
        value={period.from}
        max={period.until}
        onChange={(from) => from && choose({ ...state, from, until: period.until })}
      />
      <DayField
        label="Until"
        value={period.until}
        min={period.from}
        onChange={(until) => until && choose({ ...state, from: period.from, until })}
      />
      <Select
        aria-label="Programme"
        className="w-[170px]"
        value={state.programme[0] ?? ''}
        onChange={({ target }) => choose({ ...state, programme: target.value === '' ? [] : [target.value] })}
      >
        <option value="">Every programme</option>
        {programmes
          .filter((programme) => programme !== '')
          .map((programme) => (
            <option key={programme} value={programme}>
              {formatProgramme(programme)}
            </option>
          ))}
      </Select>
      <Popover label="Profiles" face={<ProfileFace chosen={state.profileId} />}>
        {() => (
          <ProfileBoxes
            chosen={state.profileId}
            onToggle={(id, isOn) =>
              choose({
                ...state,
                profileId: isOn ? [...state.profileId, id] : state.profileId.filter((one) => one !== id),
              })
            }
          />
        )}
      </Popover>
    </FilterRow>
  );
}

function ProfileFace({ chosen }: { chosen: readonly string[] }) {
  const { data } = useQuery({ ...profilesOptions(), enabled: chosen.length === 1 });
  const [only] = chosen;
  if (only === undefined) return 'Every profile';
  if (chosen.length > 1) return `${chosen.length} profiles`;
  return (
    <span className="max-w-[180px] truncate">{data?.items.find(({ id }) => id === only)?.name ?? only}</span>
  );
}
