'use client';
import { DayField } from '@/components/ui/day-field';
import { Select } from '@/components/ui/field';
import { FilterBar } from '@/components/ui/filter-bar';
import { Found } from '@/components/ui/found';
import { SearchField } from '@/components/ui/search-field';
import { type AuditState, countFilters, withFilter, withoutFilters } from '@/lib/client/audit/audit-state';
import { wordsOfAction } from './action-words';
import { outcomeLooks } from './outcome-look';

interface AuditFiltersProps {
  state: AuditState;
  /** Those that occur in the trail. */
  actions: string[];
  found: string | undefined;
  onChoose: (next: AuditState) => void;
  onType: (next: AuditState) => void;
}

export function AuditFilters({ state, actions, found, onChoose, onType }: AuditFiltersProps) {
  return (
    <FilterBar
      label="Audit trail"
      search={
        <SearchField
          label="Search the audit trail"
          placeholder="Person, card token, request id, action"
          value={state.query}
          onSearch={(query) => onType(withFilter(state, { query }))}
        />
      }
      controls={<Controls state={state} actions={actions} onChoose={onChoose} />}
      active={countFilters(state)}
      onClear={() => onChoose(withoutFilters(state))}
    >
      <Found>{found}</Found>
    </FilterBar>
  );
}

const outcomeOf = (value: string): AuditState['outcome'] =>
  value === 'succeeded' || value === 'failed' || value === 'unknown' ? value : '';

function Controls({ state, actions, onChoose }: Pick<AuditFiltersProps, 'state' | 'actions' | 'onChoose'>) {
  const known = [...new Set([...actions, ...(state.action ? [state.action] : [])])];
  return (
    <>
      <Select
        aria-label="Action"
        className="wide:w-[190px]"
        value={state.action}
        onChange={({ target }) => onChoose(withFilter(state, { action: target.value }))}
      >
        <option value="">Every action</option>
        {known.map((action) => (
          <option key={action} value={action}>
            {wordsOfAction(action)}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Outcome"
        className="wide:w-[132px]"
        value={state.outcome}
        onChange={({ target }) => onChoose(withFilter(state, { outcome: outcomeOf(target.value) }))}
      >
        <option value="">Every outcome</option>
        {Object.entries(outcomeLooks).map(([value, { word }]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </Select>
      <DayField label="From" value={state.from} onChange={(from) => onChoose(withFilter(state, { from }))} />
      <DayField
        label="until"
        value={state.until}
        onChange={(until) => onChoose(withFilter(state, { until }))}
      />
    </>
  );
}
