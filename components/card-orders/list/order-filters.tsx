'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { ChipFilterBar } from '@/components/ui/chip-filter-bar';
import { FilterChip } from '@/components/ui/filter-chip';
import { SearchField } from '@/components/ui/search-field';
import {
  type CardOrdersState,
  countFilters,
  type OrderFilterName,
  orderFilterNames,
} from '@/lib/client/card-orders/list-state';
import { profilesOptions } from '@/lib/client/profiles/queries';
import type { IndexedOrderList } from '@/lib/contracts/card-order-list';
import { countOf } from '@/lib/format/counts';
import { fieldWords, valueWords, wordsOfNeed } from './filter-words';

const FilterPanel = dynamic(() => import('./filter-panel').then((module) => module.FilterPanel), {
  ssr: false,
});

interface OrderFiltersProps {
  state: CardOrdersState;
  head: IndexedOrderList | undefined;
  onChoose: (next: CardOrdersState) => void;
  onType: (next: CardOrdersState) => void;
}

export function OrderFilters({ state, head, onChoose, onType }: OrderFiltersProps) {
  const profiles = useQuery({ ...profilesOptions(), enabled: state.profileId.length > 0 }).data?.items ?? [];
  const wordOf = (name: OrderFilterName, value: string): string => {
    if (name === 'profileId') return profiles.find(({ id }) => id === value)?.name ?? value;
    if (name === 'branchId' && value !== 'none')
      return head?.choices.branches.find(({ id }) => id === value)?.name ?? value;
    return valueWords(name, value);
  };
  return (
    <ChipFilterBar
      label="Card orders"
      search={
        <SearchField
          label="Search card orders"
          placeholder="Holder, order, last four, token"
          value={state.query}
          onSearch={(query) => onType({ ...state, query: query.slice(0, 200) })}
        />
      }
      chips={
        <>
          {state.needs.length > 0 && (
            <FilterChip
              field="Needs you"
              values={state.needs.map(wordsOfNeed)}
              onRemove={() => onChoose({ ...state, needs: [] })}
            />
          )}
          {orderFilterNames
            .filter((name) => name !== 'status' && state[name].length > 0)
            .map((name) => (
              <FilterChip
                key={name}
                field={fieldWords[name]}
                values={state[name].map((value) => wordOf(name, value))}
                onRemove={() => onChoose({ ...state, [name]: [] })}
              />
            ))}
        </>
      }
      active={countFilters({ ...state, status: [] })}
      panel={() => <FilterPanel state={state} choices={head?.choices} onChoose={onChoose} />}
      found={head?.total === undefined ? undefined : countOf(head.total, 'found', 'found')}
    />
  );
}
