'use client';
import { Select } from '@/components/ui/field';
import { FilterBar } from '@/components/ui/filter-bar';
import { Found } from '@/components/ui/found';
import { SearchField } from '@/components/ui/search-field';
import { connectionKinds, connectionStates } from '@/lib/catalogues/connections';
import {
  type ConnectionsState,
  connectionSorts,
  countFilters,
  isConnectionKind,
  isConnectionSort,
  isConnectionState,
  withoutFilters,
} from '@/lib/client/connections/list-state';
import type { ConnectionList } from '@/lib/contracts/connections';
import { countOf, formatCount } from '@/lib/format/counts';
import { kindWords, stateLooks } from './connection-words';

interface ConnectionFiltersProps {
  state: ConnectionsState;
  counts: ConnectionList['counts'] | undefined;
  found: number | undefined;
  onChoose: (next: ConnectionsState) => void;
  onType: (next: ConnectionsState) => void;
}

const sortWords: Record<(typeof connectionSorts)[number], string> = {
  owner: 'By owner',
  '-used': 'Last used first',
  expires: 'Ends first',
  '-connected': 'Newest first',
};

export function ConnectionFilters({ state, counts, found, onChoose, onType }: ConnectionFiltersProps) {
  return (
    <FilterBar
      label="Connections"
      search={
        <SearchField
          label="Search connections"
          placeholder="Owner, profile or number"
          value={state.query}
          onSearch={(query) => onType({ ...state, query })}
        />
      }
      controls={
        <>
          <Select
            aria-label="State"
            className="wide:w-[190px]"
            value={state.state}
            onChange={({ target }) => onChoose({ ...state, state: isConnectionState(target.value) })}
          >
            <option value="">Every state</option>
            {connectionStates.map((one) => (
              <option key={one} value={one}>
                {stateLooks[one].word}
                {counts && ` (${formatCount(counts[one])})`}
              </option>
            ))}
          </Select>
          <Select
            aria-label="Kind"
            className="wide:w-[150px]"
            value={state.kind}
            onChange={({ target }) => onChoose({ ...state, kind: isConnectionKind(target.value) })}
          >
            <option value="">Every kind</option>
            {connectionKinds.map((one) => (
              <option key={one} value={one}>
                {kindWords[one]}
              </option>
            ))}
          </Select>
          <Select
            aria-label="Order"
            className="wide:w-[150px]"
            value={state.sort}
            onChange={({ target }) => onChoose({ ...state, sort: isConnectionSort(target.value) })}
          >
            {connectionSorts.map((one) => (
              <option key={one} value={one}>
                {sortWords[one]}
              </option>
            ))}
          </Select>
        </>
      }
      active={countFilters(state)}
      onClear={() => onChoose(withoutFilters(state))}
    >
      <Found>{found !== undefined && countOf(found, 'found', 'found')}</Found>
    </FilterBar>
  );
}
