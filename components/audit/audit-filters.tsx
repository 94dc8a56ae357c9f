'use client';
import { ListFilter } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';
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
  const active = countFilters(state);
  const controls = <Controls state={state} actions={actions} onChoose={onChoose} />;
  return (
    <div
      role="search"
      aria-label="Audit trail"
      data-print="no"
      className="flex flex-none flex-wrap items-center gap-1.5 border-b border-line px-(--gutter) py-2"
    >
      <SearchField
        label="Search the audit trail"
        placeholder="Person, card token, request id, action"
        value={state.query}
        onSearch={(query) => onType(withFilter(state, { query }))}
      />
      <div className="flex items-center gap-1.5 max-wide:hidden">{controls}</div>
      <div className="wide:hidden">
        <Popover
          label="Filters"
          align="end"
          face={
            <>
              <ListFilter />
              Filters{active > 0 && ` ${active}`}
            </>
          }
        >
          {() => <div className="grid gap-2.5">{controls}</div>}
        </Popover>
      </div>
      {active > 0 && (
        <Button
          size="sm"
          variant="quiet"
          className="max-narrow:hidden"
          onClick={() => onChoose(withoutFilters(state))}
        >
          Clear
        </Button>
      )}
      <span role="status" className="ml-auto text-meta text-ink-3 tabular max-narrow:sr-only">
        {found}
      </span>
    </div>
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
      <Day label="From" value={state.from} onChange={(from) => onChoose(withFilter(state, { from }))} />
      <Day label="until" value={state.until} onChange={(until) => onChoose(withFilter(state, { until }))} />
    </>
  );
}

function Day({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <label className="flex items-center gap-1.5 text-ink-2">
      <span className="max-wide:w-10">{label}</span>
      <Input
        type="date"
        className="min-w-0 wide:w-[136px]"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}
