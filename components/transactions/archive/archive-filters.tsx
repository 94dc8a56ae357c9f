'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { ChipFilterBar } from '@/components/ui/chip-filter-bar';
import { FilterChip } from '@/components/ui/filter-chip';
import { SearchField } from '@/components/ui/search-field';
import { useDeclineReasons } from '@/lib/client/declines/queries';
import { profilesOptions } from '@/lib/client/profiles/queries';
import {
  type ArchiveFilterName,
  type ArchiveState,
  archiveFilterNames,
  countFilters,
} from '@/lib/client/transactions/archive-state';
import type { TransactionsList } from '@/lib/contracts/transactions';
import { ChangedSinceChip } from './changed-since-filter';
import { fieldWords, rangeWords, valueWords } from './filter-words';
import { foundWords } from './found-words';

const FilterPanel = dynamic(() => import('./filter-panel').then((module) => module.FilterPanel), {
  ssr: false,
});

interface ArchiveFiltersProps {
  state: ArchiveState;
  head: TransactionsList | undefined;
  onChoose: (next: ArchiveState) => void;
  onType: (next: ArchiveState) => void;
}

export function ArchiveFilters({ state, head, onChoose, onType }: ArchiveFiltersProps) {
  const reasons = useDeclineReasons().data?.items ?? [];
  const profiles = useQuery({ ...profilesOptions(), enabled: state.profileId.length > 0 }).data?.items ?? [];
  const wordOf = (name: ArchiveFilterName, value: string): string => {
    if (name === 'profileId') return profiles.find(({ id }) => id === value)?.name ?? value;
    if (name === 'declineReason') return reasons.find(({ code }) => code === value)?.title ?? value;
    return valueWords(name, value);
  };
  return (
    <ChipFilterBar
      label="Transactions"
      search={
        <SearchField
          label="Search transactions"
          placeholder="Merchant, holder, last four, id, ARN"
          value={state.query}
          onSearch={(query) => onType({ ...state, query: query.slice(0, 200) })}
        />
      }
      chips={
        <>
          {(state.from || state.until) && (
            <FilterChip
              field="Created"
              values={[rangeWords(state.from, state.until, 'from', 'until')]}
              onRemove={() => onChoose({ ...state, from: '', until: '' })}
            />
          )}
          {(state.amountFrom || state.amountTo) && (
            <FilterChip
              field="Billed"
              values={[
                `${rangeWords(state.amountFrom, state.amountTo, 'from', 'up to')} ${head?.reportingCurrency ?? ''}`.trim(),
              ]}
              onRemove={() => onChoose({ ...state, amountFrom: '', amountTo: '' })}
            />
          )}
          {state.merchant && (
            <FilterChip
              field="Merchant"
              values={[state.merchant]}
              onRemove={() => onChoose({ ...state, merchant: '' })}
            />
          )}
          {state.changedSinceExport && (
            <ChangedSinceChip
              exportId={state.changedSinceExport}
              onRemove={() => onChoose({ ...state, changedSinceExport: '' })}
            />
          )}
          {archiveFilterNames
            .filter((name) => name !== 'state' && state[name].length > 0)
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
      active={countFilters({ ...state, state: [] })}
      panel={() => (
        <FilterPanel
          state={state}
          reasons={reasons}
          reportingCurrency={head?.reportingCurrency}
          onChoose={onChoose}
        />
      )}
      found={head && foundWords(head)}
    />
  );
}
