'use client';
import { ProfileBoxes } from '@/components/profiles/profile-boxes';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/field';
import { FilterGroup } from '@/components/ui/filter-group';
import {
  type CardOrdersState,
  type OrderFilterName,
  withoutFilters,
} from '@/lib/client/card-orders/list-state';
import { useOwnBranches } from '@/lib/client/session/use-own-branches';
import type { IndexedOrderList } from '@/lib/contracts/card-order-list';
import { fieldWords, needValues, valueWords, wordsOfNeed } from './filter-words';

interface FilterPanelProps {
  state: CardOrdersState;
  choices: IndexedOrderList['choices'] | undefined;
  onChoose: (next: CardOrdersState) => void;
}

const toggled = <T extends string>(values: readonly T[], value: T, isOn: boolean): T[] =>
  isOn ? [...values, value] : values.filter((one) => one !== value);

export function FilterPanel({ state, choices, onChoose }: FilterPanelProps) {
  const isEverywhere = useOwnBranches() === undefined;
  const boxes = (name: OrderFilterName, values: readonly string[], nameOf = valueWords) =>
    values.length > 0 && (
      <FilterGroup name={fieldWords[name]}>
        {[...new Set([...values, ...state[name]])].map((value) => (
          <Checkbox
            key={value}
            label={nameOf(name, value)}
            checked={state[name].includes(value)}
            onChange={({ target }) =>
              onChoose({ ...state, [name]: toggled(state[name], value, target.checked) })
            }
          />
        ))}
      </FilterGroup>
    );
  const branches = choices?.branches ?? [];
  return (
    <div className="grid gap-3">
      <FilterGroup name="Needs you">
        {needValues.map((need) => (
          <Checkbox
            key={need}
            label={wordsOfNeed(need)}
            checked={state.needs.includes(need)}
            onChange={({ target }) =>
              onChoose({ ...state, needs: toggled(state.needs, need, target.checked) })
            }
          />
        ))}
      </FilterGroup>
      {boxes('delivery', [...(choices?.delivery ?? []), 'none'])}
      {boxes(
        'branchId',
        [...branches.map(({ id }) => id), ...(isEverywhere ? ['none'] : [])],
        (name, value) => branches.find(({ id }) => id === value)?.name ?? valueWords(name, value),
      )}
      {boxes('programme', choices?.programme ?? [])}
      {boxes('scheme', choices?.scheme ?? [])}
      {boxes('type', choices?.type ?? [])}
      {isEverywhere && (
        <ProfileBoxes
          chosen={state.profileId}
          onToggle={(id, isOn) => onChoose({ ...state, profileId: toggled(state.profileId, id, isOn) })}
        />
      )}
      <Button size="sm" className="justify-self-start" onClick={() => onChoose(withoutFilters(state))}>
        Clear all filters
      </Button>
    </div>
  );
}
