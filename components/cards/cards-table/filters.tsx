'use client';
import { ListFilter, Plus, X } from 'lucide-react';
import dynamic from 'next/dynamic';
import { Popover } from '@/components/ui/popover';
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
  const panel = () => <FilterPanel state={state} choices={choices} onChoose={onChoose} />;
  return (
    <div
      role="search"
      aria-label="Cards"
      data-print="no"
      className="flex flex-none flex-wrap items-center gap-1.5 border-b border-line px-(--gutter) py-2"
    >
      <SearchField
        label="Search cards"
        placeholder="Holder, last four, phone, token, profile"
        value={state.filters.query ?? ''}
        onSearch={(text) => onType(withQuery(state, text))}
      />
      {active.map((name) => (
        <Chip
          key={name}
          field={fieldNames[name]}
          values={valuesOf(state.filters, name).map(valueNames[name])}
          onRemove={() => onChoose(withValues(state, name, []))}
        />
      ))}
      <Popover
        label="Filters"
        variant="quiet"
        size="sm"
        className="max-narrow:hidden"
        face={
          <>
            <Plus />
            Filter
          </>
        }
      >
        {panel}
      </Popover>
      <Popover
        label="Filters"
        align="end"
        className="narrow:hidden"
        face={
          <>
            <ListFilter />
            Filters{active.length > 0 && ` ${active.length}`}
          </>
        }
      >
        {panel}
      </Popover>
      <span role="status" className="ml-auto text-meta text-ink-3 tabular max-narrow:sr-only">
        {found !== undefined && countOf(found, 'found', 'found')}
      </span>
    </div>
  );
}

function Chip({ field, values, onRemove }: { field: string; values: string[]; onRemove: () => void }) {
  const shown = values.slice(0, 2).join(', ');
  const more = values.length > 2 ? ` +${values.length - 2}` : '';
  return (
    <span
      data-boxed
      className="inline-flex h-7 items-center overflow-hidden rounded-md bg-accent-tint whitespace-nowrap max-narrow:hidden"
    >
      <span className="pr-1 pl-[9px] text-ink-2" title={values.join(', ')}>
        {field}{' '}
        <b className="font-[560] text-ink">
          {shown}
          {more}
        </b>
      </span>
      <button
        type="button"
        onClick={onRemove}
        aria-label={`Remove filter: ${field} ${values.join(', ')}`}
        className="grid h-full w-6 place-items-center text-ink-3 -outline-offset-2 hover:bg-hover hover:text-ink"
      >
        <X className="size-3.5!" />
      </button>
    </span>
  );
}
