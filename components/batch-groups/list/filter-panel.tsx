'use client';
import { ProfileBoxes } from '@/components/profiles/profile-boxes';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/field';
import { FilterGroup } from '@/components/ui/filter-group';
import { batchGroupStatusValues, lookOfBatchGroupStatus } from '@/lib/catalogues/batch-statuses';
import { sourceCurrencies } from '@/lib/catalogues/currencies';
import { type BatchGroupsState, withoutFilters } from '@/lib/client/batch-groups/list-state';

interface FilterPanelProps {
  state: BatchGroupsState;
  onChoose: (next: BatchGroupsState) => void;
}

const toggled = <T extends string>(values: readonly T[], value: T, isOn: boolean): T[] =>
  isOn ? [...values, value] : values.filter((one) => one !== value);

export function FilterPanel({ state, onChoose }: FilterPanelProps) {
  return (
    <div className="grid gap-3">
      <FilterGroup name="Owner">
        <Checkbox
          label="Only yours"
          checked={state.isMine}
          onChange={({ target }) => onChoose({ ...state, isMine: target.checked })}
        />
      </FilterGroup>
      <FilterGroup name="Status">
        {batchGroupStatusValues.map((status) => (
          <Checkbox
            key={status}
            label={lookOfBatchGroupStatus(status).word}
            checked={state.status.includes(status)}
            onChange={({ target }) =>
              onChoose({ ...state, status: toggled(state.status, status, target.checked) })
            }
          />
        ))}
      </FilterGroup>
      <ProfileBoxes
        chosen={state.profileId}
        onToggle={(id, isOn) => onChoose({ ...state, profileId: toggled(state.profileId, id, isOn) })}
      />
      <FilterGroup name="Paid from">
        <div className="grid grid-cols-3 gap-x-3 gap-y-1">
          {[...new Set([...sourceCurrencies, ...state.currency])].map((currency) => (
            <Checkbox
              key={currency}
              label={currency}
              checked={state.currency.includes(currency)}
              onChange={({ target }) =>
                onChoose({ ...state, currency: toggled(state.currency, currency, target.checked) })
              }
            />
          ))}
        </div>
      </FilterGroup>
      <Button size="sm" className="justify-self-start" onClick={() => onChoose(withoutFilters(state))}>
        Clear all filters
      </Button>
    </div>
  );
}
