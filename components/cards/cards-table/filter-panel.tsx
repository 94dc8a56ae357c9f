'use client';
import { Button } from '@/components/ui/button';
import { ProfileBoxes } from '@/components/profiles/profile-boxes';
import { Checkbox } from '@/components/ui/field';
import { FilterGroup } from '@/components/ui/filter-group';
import {
  type CardChipFilter,
  type CardListState,
  valuesOf,
  withoutFilters,
  withValues,
} from '@/lib/client/cards/list-state';
import { useCan } from '@/lib/client/session/session-provider';
import type { CardList } from '@/lib/contracts/cards';
import { wordOfHoldFilter } from '../holds/hold-words';
import { formatCardType, formatProgramme, formatScheme } from '@/lib/format/card-numbers';

interface FilterPanelProps {
  state: CardListState;
  choices: CardList['choices'] | undefined;
  onChoose: (next: CardListState) => void;
}

export function FilterPanel({ state, choices, onChoose }: FilterPanelProps) {
  const mayHold = useCan('cards.hold');
  const toggle = (name: CardChipFilter, value: string, isOn: boolean) => {
    const others = valuesOf(state.filters, name).filter((one) => one !== value);
    onChoose(withValues(state, name, isOn ? [...others, value] : others));
  };
  const boxes = (name: CardChipFilter, values: readonly string[], word: (value: string) => string) =>
    [...new Set([...values, ...valuesOf(state.filters, name)])].map((value) => (
      <Checkbox
        key={value}
        label={asSentence(word(value))}
        title={value}
        checked={valuesOf(state.filters, name).includes(value)}
        onChange={(event) => toggle(name, value, event.target.checked)}
      />
    ));
  return (
    <div className="grid gap-3">
      <FilterGroup name="Hold">
        {boxes('hold', mayHold ? ['held', 'yours'] : ['held'], wordOfHoldFilter)}
      </FilterGroup>
      <FilterGroup name="Programme">
        {boxes('programme', choices?.programme ?? [], formatProgramme)}
      </FilterGroup>
      <FilterGroup name="Kind">{boxes('type', choices?.type ?? [], formatCardType)}</FilterGroup>
      <FilterGroup name="Scheme">{boxes('scheme', choices?.scheme ?? [], formatScheme)}</FilterGroup>
      <ProfileBoxes
        chosen={valuesOf(state.filters, 'profileId')}
        onToggle={(id, isOn) => toggle('profileId', id, isOn)}
      />
      <Button size="sm" className="justify-self-start" onClick={() => onChoose(withoutFilters(state))}>
        Clear all filters
      </Button>
    </div>
  );
}

const asSentence = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
