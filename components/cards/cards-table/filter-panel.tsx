'use client';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox, Input } from '@/components/ui/field';
import {
  type CardChipFilter,
  type CardListState,
  valuesOf,
  withoutFilters,
  withValues,
} from '@/lib/client/cards/list-state';
import { useCan } from '@/lib/client/session/session-provider';
import { profilesOptions } from '@/lib/client/profiles/queries';
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
      <Group name="Hold">{boxes('hold', mayHold ? ['held', 'yours'] : ['held'], wordOfHoldFilter)}</Group>
      <Group name="Programme">{boxes('programme', choices?.programme ?? [], formatProgramme)}</Group>
      <Group name="Kind">{boxes('type', choices?.type ?? [], formatCardType)}</Group>
      <Group name="Scheme">{boxes('scheme', choices?.scheme ?? [], formatScheme)}</Group>
      <Profiles
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

function Group({ name, children }: { name: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-meta font-[560] text-ink-2">{name}</legend>
      {children}
    </fieldset>
  );
}

const mostShown = 6;

function Profiles({
  chosen,
  onToggle,
}: {
  chosen: readonly string[];
  onToggle: (id: string, isOn: boolean) => void;
}) {
  const { data } = useQuery(profilesOptions());
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const found = (data?.items ?? []).filter(
    ({ id, name }) =>
      !chosen.includes(id) && wanted !== '' && (name.toLowerCase().includes(wanted) || id.includes(wanted)),
  );
  const nameOf = (id: string) => data?.items.find((profile) => profile.id === id)?.name ?? id;
  return (
    <Group name="Profile">
      {chosen.map((id) => (
        <Checkbox key={id} checked label={nameOf(id)} hint={id} onChange={() => onToggle(id, false)} />
      ))}
      <Input
        type="search"
        aria-label="Find a profile by name or number"
        placeholder="Name or number"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {found.slice(0, mostShown).map(({ id, name }) => (
        <Checkbox key={id} checked={false} label={name} hint={id} onChange={() => onToggle(id, true)} />
      ))}
      <p role="status" className="text-meta text-ink-3 empty:hidden">
        {wanted !== '' && found.length === 0 && 'No profile matches.'}
        {found.length > mostShown && `${found.length - mostShown} more: write on.`}
      </p>
    </Group>
  );
}
