'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { ChipFilterBar } from '@/components/ui/chip-filter-bar';
import { FilterChip } from '@/components/ui/filter-chip';
import { SearchField } from '@/components/ui/search-field';
import { lookOfBatchGroupStatus } from '@/lib/catalogues/batch-statuses';
import { type BatchGroupsState, countFilters } from '@/lib/client/batch-groups/list-state';
import { profilesOptions } from '@/lib/client/profiles/queries';
import { countOf } from '@/lib/format/counts';

const FilterPanel = dynamic(() => import('./filter-panel').then((module) => module.FilterPanel), {
  ssr: false,
});

interface GroupFiltersProps {
  state: BatchGroupsState;
  found: number | undefined;
  onChoose: (next: BatchGroupsState) => void;
  onType: (next: BatchGroupsState) => void;
}

export function GroupFilters({ state, found, onChoose, onType }: GroupFiltersProps) {
  const profiles = useQuery({ ...profilesOptions(), enabled: state.profileId.length > 0 }).data?.items ?? [];
  const nameOf = (wanted: string) => profiles.find(({ id }) => id === wanted)?.name ?? wanted;
  return (
    <ChipFilterBar
      label="Batch groups"
      search={
        <SearchField
          label="Search batch groups"
          placeholder="Name, profile, Wise’s id"
          value={state.query}
          onSearch={(query) => onType({ ...state, query: query.slice(0, 100) })}
        />
      }
      chips={
        <>
          {state.status.length > 0 && (
            <FilterChip
              field="Status"
              values={state.status.map((one) => lookOfBatchGroupStatus(one).word)}
              onRemove={() => onChoose({ ...state, status: [] })}
            />
          )}
          {state.profileId.length > 0 && (
            <FilterChip
              field="Profile"
              values={state.profileId.map(nameOf)}
              onRemove={() => onChoose({ ...state, profileId: [] })}
            />
          )}
          {state.currency.length > 0 && (
            <FilterChip
              field="Paid from"
              values={state.currency}
              onRemove={() => onChoose({ ...state, currency: [] })}
            />
          )}
          {state.isMine && (
            <FilterChip
              field="Owner"
              values={['you']}
              onRemove={() => onChoose({ ...state, isMine: false })}
            />
          )}
        </>
      }
      active={countFilters(state)}
      panel={() => <FilterPanel state={state} onChoose={onChoose} />}
      found={found === undefined ? undefined : countOf(found, 'found', 'found')}
    />
  );
}
