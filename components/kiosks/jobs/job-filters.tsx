'use client';
import { DayField } from '@/components/ui/day-field';
import { Select } from '@/components/ui/field';
import { FilterBar } from '@/components/ui/filter-bar';
import { faultPlaces } from '@/lib/catalogues/kiosk-errors/kiosk-error';
import { printJobFilterStates, printJobFilterWords } from '@/lib/catalogues/printing';
import { useKiosks } from '@/lib/client/branches/queries';
import { countJobFilters, hrefForJobs, type JobsState } from '@/lib/client/kiosks/jobs-state';
import { pushUrl } from '@/lib/client/url/write-url';
import { placeWords } from '../fault-words';

/** Where it was printed, how it ended, what went wrong, when. */
export function JobFilters({ state }: { state: JobsState }) {
  const kiosks = useKiosks().data?.items ?? [];
  const branches = new Map(kiosks.map(({ branchId, branchName }) => [branchId, branchName]));
  const change = (part: { [K in keyof JobsState]?: string }) =>
    pushUrl(hrefForJobs({ ...state, ...part } as JobsState));
  const shown = kiosks.filter(({ branchId }) => state.branch === '' || branchId === state.branch);
  return (
    <FilterBar
      label="Print jobs"
      search={
        <>
          {(branches.size > 1 || state.branch !== '') && (
            <Choice
              label="Branch"
              every="Every branch"
              value={state.branch}
              options={[...branches]}
              onChoose={(branch) => change({ branch, kiosk: '' })}
            />
          )}
          <Choice
            label="Kiosk"
            every="Every kiosk"
            value={state.kiosk}
            options={shown.map(({ id, place }) => [id, `${place}, ${id}`])}
            onChoose={(kiosk) => change({ kiosk })}
          />
        </>
      }
      controls={
        <>
          <Choice
            label="State"
            every="Every state"
            value={state.state}
            options={printJobFilterStates.map((one) => [one, printJobFilterWords[one]])}
            onChoose={(one) => change({ state: one })}
          />
          <Choice
            label="Kind of fault"
            every="Any fault or none"
            value={state.family}
            options={faultPlaces.map((one) => [one, placeWords[one]])}
            onChoose={(family) => change({ family })}
          />
          <DayField label="From" value={state.from} max={state.to} onChange={(from) => change({ from })} />
          <DayField label="To" value={state.to} min={state.from} onChange={(to) => change({ to })} />
        </>
      }
      active={countJobFilters(state)}
      onClear={() => change({ state: '', family: '', from: '', to: '' })}
    />
  );
}

interface ChoiceProps {
  label: string;
  every: string;
  value: string;
  options: readonly (readonly [value: string, words: string])[];
  onChoose: (value: string) => void;
}

function Choice({ label, every, value, options, onChoose }: ChoiceProps) {
  return (
    <Select
      aria-label={label}
      className="max-w-[168px]"
      value={value}
      onChange={({ target }) => onChoose(target.value)}
    >
      <option value="">{every}</option>
      {options.map(([one, words]) => (
        <option key={one} value={one}>
          {words}
        </option>
      ))}
    </Select>
  );
}
