'use client';
import { DayField } from '@/components/ui/day-field';
import { Select } from '@/components/ui/field';
import { FilterBar } from '@/components/ui/filter-bar';
import { Found } from '@/components/ui/found';
import { SearchField } from '@/components/ui/search-field';
import { deliveryStateLooks, deliveryStates } from '@/lib/catalogues/webhook-deliveries';
import { wordsOfWebhookEvent } from '@/lib/catalogues/webhook-events';
import {
  countFilters,
  parseDeliveryState,
  parseOutcome,
  parseSort,
  parseTest,
  type WebhooksState,
  webhookOutcomeCodes,
  withoutFilters,
} from '@/lib/client/webhooks/list-state';
import type { WebhookDeliveryList } from '@/lib/contracts/webhooks';
import { countOf, formatCount } from '@/lib/format/counts';
import { shortOutcome } from './outcome-words';

interface DeliveryFiltersProps {
  state: WebhooksState;
  counts: WebhookDeliveryList['counts'] | undefined;
  /** Those that came so far. */
  eventTypes: string[];
  found: number | undefined;
  onChoose: (next: WebhooksState) => void;
  onType: (next: WebhooksState) => void;
}

export function DeliveryFilters(props: DeliveryFiltersProps) {
  const { state, found, onChoose, onType } = props;
  return (
    <FilterBar
      label="Deliveries"
      search={
        <SearchField
          label="Search deliveries"
          placeholder="Card token, order, transfer, profile"
          value={state.query}
          onSearch={(query) => onType({ ...state, query })}
        />
      }
      controls={<Controls {...props} />}
      active={countFilters(state)}
      onClear={() => onChoose(withoutFilters(state))}
    >
      <Found>{found !== undefined && countOf(found, 'found', 'found')}</Found>
    </FilterBar>
  );
}

function Controls({ counts, eventTypes, onChoose, state }: DeliveryFiltersProps) {
  const types = [...new Set([...eventTypes, ...(state.eventType ? [state.eventType] : [])])];
  return (
    <>
      <Select
        aria-label="Kind"
        className="wide:w-[190px]"
        value={state.eventType}
        onChange={({ target }) => onChoose({ ...state, eventType: target.value })}
      >
        <option value="">Every kind</option>
        {types.map((type) => (
          <option key={type} value={type}>
            {wordsOfWebhookEvent(type)}
          </option>
        ))}
      </Select>
      <Select
        aria-label="State"
        className="wide:w-[150px]"
        value={state.state}
        onChange={({ target }) => onChoose({ ...state, state: parseDeliveryState(target.value) })}
      >
        <option value="">Every state</option>
        {deliveryStates.map((one) => (
          <option key={one} value={one}>
            {deliveryStateLooks[one].word}
            {counts && ` (${formatCount(counts[one])})`}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Outcome"
        className="wide:w-[150px]"
        value={state.outcome}
        onChange={({ target }) => onChoose({ ...state, outcome: parseOutcome(target.value) })}
      >
        <option value="">Every outcome</option>
        {webhookOutcomeCodes.map((one) => (
          <option key={one} value={one}>
            {shortOutcome(one)}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Tests"
        className="wide:w-[120px]"
        value={state.test}
        onChange={({ target }) => onChoose({ ...state, test: parseTest(target.value) })}
      >
        <option value="">With tests</option>
        <option value="no">No tests</option>
        <option value="yes">Tests only</option>
      </Select>
      <DayField label="From" value={state.from} onChange={(from) => onChoose({ ...state, from })} />
      <DayField label="until" value={state.until} onChange={(until) => onChoose({ ...state, until })} />
      <Select
        aria-label="Order"
        className="wide:w-[126px]"
        value={state.sort}
        onChange={({ target }) => onChoose({ ...state, sort: parseSort(target.value) })}
      >
        <option value="-received">Newest first</option>
        <option value="received">Oldest first</option>
      </Select>
    </>
  );
}
