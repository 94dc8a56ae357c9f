'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Checkbox, Input } from '@/components/ui/field';
import { FilterGroup } from '@/components/ui/filter-group';
import { profilesOptions } from '@/lib/client/profiles/queries';

const mostShown = 6;

/** Profiles to filter by: those chosen, and those found by what is typed. */
export function ProfileBoxes({
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
    <FilterGroup name="Profile">
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
    </FilterGroup>
  );
}
