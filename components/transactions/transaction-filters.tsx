'use client';
import { DayField } from '@/components/ui/day-field';
import { Select } from '@/components/ui/field';
import { FilterBar } from '@/components/ui/filter-bar';
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
  return (
    <FilterBar
      label="Transactions"
      search={
        <SearchField
          label="Search the transactions"
          placeholder="Merchant, city, id, ARN, code, amount"
          value={state.query}
          onSearch={(query) => onType({ ...state, query })}
        />
      }
      controls={<Controls state={state} onChoose={onChoose} />}
      active={countFilters({ ...state, query: '' })}
      onClear={() => onChoose({ ...noFilters, query: state.query })}
    />
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
      <DayField
        label="From"
        value={state.from}
        max={state.until}
        onChange={(from) => onChoose({ ...state, from })}
      />
      <DayField
        label="until"
        value={state.until}
        min={state.from}
        onChange={(until) => onChoose({ ...state, until })}
      />
    </>
  );
}
