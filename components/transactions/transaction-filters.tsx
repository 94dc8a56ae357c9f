'use client';
import { ListFilter } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';
import { SearchField } from '@/components/ui/search-field';
import { transactionStates } from '@/lib/catalogues/statuses';
import { useDeclineReasons } from '@/lib/client/declines/queries';
import { countFilters, noFilters, type TransactionsState } from '@/lib/client/transactions/list-state';
import { formatTransactionType, transactionTypes } from '@/lib/format/transactions';

interface TransactionFiltersProps {
  state: TransactionsState;
  onChoose: (next: TransactionsState) => void;
  onType: (next: TransactionsState) => void;
}

export function TransactionFilters({ state, onChoose, onType }: TransactionFiltersProps) {
  const active = countFilters({ ...state, query: '' });
  const controls = <Controls state={state} onChoose={onChoose} />;
  return (
    <div
      role="search"
      aria-label="Transactions"
      data-print="no"
      className="flex flex-none flex-wrap items-center gap-1.5 border-b border-line px-(--gutter) py-2"
    >
      <SearchField
        label="Search the transactions"
        placeholder="Merchant, city, id, ARN, code, amount"
        value={state.query}
        onSearch={(query) => onType({ ...state, query })}
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
          onClick={() => onChoose({ ...noFilters, query: state.query })}
        >
          Clear
        </Button>
      )}
    </div>
  );
}

function Controls({ state, onChoose }: Pick<TransactionFiltersProps, 'state' | 'onChoose'>) {
  const reasons = useDeclineReasons().data?.items ?? [];
  return (
    <>
      <Select
        aria-label="State"
        className="wide:w-[128px]"
        value={state.state}
        onChange={({ target }) => onChoose({ ...state, state: target.value })}
      >
        <option value="">Every state</option>
        {Object.entries(transactionStates).map(([value, { word }]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Type"
        className="wide:w-[168px]"
        value={state.type}
        onChange={({ target }) => onChoose({ ...state, type: target.value })}
      >
        <option value="">Every type</option>
        {transactionTypes.map((type) => (
          <option key={type} value={type}>
            {formatTransactionType(type)}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Decline reason"
        className="wide:w-[190px]"
        value={state.declineReason}
        onChange={({ target }) => onChoose({ ...state, declineReason: target.value })}
      >
        <option value="">Every decline reason</option>
        {reasons.map(({ code, title }) => (
          <option key={code} value={code}>
            {title}
          </option>
        ))}
      </Select>
      <Day
        label="From"
        value={state.from}
        max={state.until}
        onChange={(from) => onChoose({ ...state, from })}
      />
      <Day
        label="until"
        value={state.until}
        min={state.from}
        onChange={(until) => onChoose({ ...state, until })}
      />
    </>
  );
}

interface DayProps {
  label: string;
  value: string;
  min?: string;
  max?: string;
  onChange: (value: string) => void;
}

function Day({ label, value, min, max, onChange }: DayProps) {
  return (
    <label className="flex items-center gap-1.5 text-ink-2">
      <span className="max-wide:w-10">{label}</span>
      <Input
        type="date"
        className="min-w-0 wide:w-[136px]"
        value={value}
        min={min}
        max={max}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}
