'use client';
import dynamic from 'next/dynamic';
import { ChipFilterBar } from '@/components/ui/chip-filter-bar';
import { FilterChip } from '@/components/ui/filter-chip';
import { SearchField } from '@/components/ui/search-field';
import {
  type CardChipFilter,
  type CardListState,
  chipFilters,
  valuesOf,
  withQuery,
  withValues,
} from '@/lib/client/cards/list-state';
import type { CardList } from '@/lib/contracts/cards';
import { formatCardType, formatProgramme, formatScheme } from '@/lib/format/card-numbers';
import { wordOfHoldFilter } from '../holds/hold-words';
import { countOf } from '@/lib/format/counts';

const FilterPanel = dynamic(() => import('./filter-panel').then((module) => module.FilterPanel), {
  ssr: false,
});

interface FiltersProps {
  state: CardListState;
  choices: CardList['choices'] | undefined;
  found: number | undefined;
  onChoose: (next: CardListState) => void;
  onType: (next: CardListState) => void;
}

const fieldNames: Record<CardChipFilter, string> = {
  hold: 'Hold',
  programme: 'Programme',
  type: 'Kind',
  scheme: 'Scheme',
  profileId: 'Profile',
};
const valueNames: Record<CardChipFilter, (value: string) => string> = {
  hold: wordOfHoldFilter,
  programme: formatProgramme,
  type: formatCardType,
  scheme: formatScheme,
  profileId: (value) => value,
};

export function Filters({ state, choices, found, onChoose, onType }: FiltersProps) {
  const active = chipFilters.filter((name) => valuesOf(state.filters, name).length > 0);
  return (
    <ChipFilterBar
      label="Cards"
      search={
        <SearchField
          label="Search cards"
          placeholder="Holder, last four, phone, token, profile"
          value={state.filters.query ?? ''}
          onSearch={(text) => onType(withQuery(state, text))}
        />
      }
      chips={active.map((name) => (
        <FilterChip
          key={name}
          field={fieldNames[name]}
          values={valuesOf(state.filters, name).map(valueNames[name])}
          onRemove={() => onChoose(withValues(state, name, []))}
        />
      ))}
      active={active.length}
      panel={() => <FilterPanel state={state} choices={choices} onChoose={onChoose} />}
      found={found === undefined ? undefined : countOf(found, 'found', 'found')}
    />
  );
}
