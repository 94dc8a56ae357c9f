'use client';
import { ProfileBoxes } from '@/components/profiles/profile-boxes';
import { Button } from '@/components/ui/button';
import { DayField } from '@/components/ui/day-field';
import { Checkbox, Select } from '@/components/ui/field';
import { FilterGroup } from '@/components/ui/filter-group';
import { useCardList } from '@/lib/client/cards/queries';
import { useCan } from '@/lib/client/session/session-provider';
import { useOwnBranches } from '@/lib/client/session/use-own-branches';
import {
  type ArchiveFilterName,
  type ArchiveState,
  isAmount,
  isFilterValue,
  withoutFilters,
} from '@/lib/client/transactions/archive-state';
import { declineFamilies } from '@/lib/catalogues/decline-families';
import { transactionOutcomes } from '@/lib/catalogues/statuses';
import type { DeclineReason } from '@/lib/contracts/decline-reasons';
import { pinResults, transactionTypes } from '@/lib/format/transactions';
import { ChangedSinceBox } from './changed-since-filter';
import { fieldWords, valueWords } from './filter-words';
import { TypedField } from './typed-field';

interface FilterPanelProps {
  state: ArchiveState;
  reasons: readonly DeclineReason[];
  reportingCurrency: string | undefined;
  onChoose: (next: ArchiveState) => void;
}

/** Those that Wise names. */
const methods = ['CHIP_AND_PIN', 'CONTACTLESS', 'MANUAL_ENTRY'];
const currencies = ['GBP', 'EUR', 'USD'];

const asCode = (text: string) => (text.length <= 3 ? text.toUpperCase() : text);
const toggled = (values: readonly string[], value: string, isOn: boolean): string[] =>
  isOn ? [...values, value].sort() : values.filter((one) => one !== value);

export function FilterPanel({ state, reasons, reportingCurrency, onChoose }: FilterPanelProps) {
  const isEverywhere = useOwnBranches() === undefined;
  const knowsAll = useCan('decline-reasons.restricted');
  // The list of cards says which programmes there are.
  const programmes = useCardList({ sort: '-changed' }).data?.pages[0]?.choices.programme ?? [];
  const toggle = (name: ArchiveFilterName, value: string, isOn: boolean) =>
    onChoose({ ...state, [name]: toggled(state[name], value, isOn) });
  const boxes = (name: ArchiveFilterName, values: readonly string[]) =>
    [...new Set([...values, ...state[name]])].map((value) => (
      <Checkbox
        key={value}
        label={valueWords(name, value)}
        title={value}
        checked={state[name].includes(value)}
        onChange={({ target }) => toggle(name, value, target.checked)}
      />
    ));
  const typed = (name: ArchiveFilterName, placeholder: string) => (
    <TypedField
      label={`Another: ${fieldWords[name]}`}
      placeholder={placeholder}
      value=""
      isRight={(text) => isFilterValue(name, asCode(text))}
      onType={(text) => {
        if (text !== '' && !state[name].includes(asCode(text))) toggle(name, asCode(text), true);
      }}
    />
  );
  return (
    <div className="grid gap-3">
      <FilterGroup name="Created">
        <DayField
          label="From"
          value={state.from}
          max={state.until}
          onChange={(from) => onChoose({ ...state, from })}
        />
        <DayField
          label="Until"
          value={state.until}
          min={state.from}
          onChange={(until) => onChoose({ ...state, until })}
        />
      </FilterGroup>
      <FilterGroup name={reportingCurrency ? `Billed, valued in ${reportingCurrency}` : 'Billed amount'}>
        <div className="grid grid-cols-2 gap-2">
          <TypedField
            label="Billed at least"
            placeholder="At least"
            value={state.amountFrom}
            isRight={isAmount}
            onType={(amountFrom) => onChoose({ ...state, amountFrom })}
          />
          <TypedField
            label="Billed at most"
            placeholder="At most"
            value={state.amountTo}
            isRight={isAmount}
            onType={(amountTo) => onChoose({ ...state, amountTo })}
          />
        </div>
      </FilterGroup>
      <FilterGroup name="Merchant">
        <TypedField
          label="Words of the merchant’s name"
          placeholder="Words of its name"
          value={state.merchant}
          isRight={(text) => text.length <= 100}
          onType={(merchant) => onChoose({ ...state, merchant })}
        />
      </FilterGroup>
      {state.changedSinceExport !== '' && (
        <ChangedSinceBox
          exportId={state.changedSinceExport}
          onRemove={() => onChoose({ ...state, changedSinceExport: '' })}
        />
      )}
      <FilterGroup name={fieldWords.outcome}>{boxes('outcome', transactionOutcomes)}</FilterGroup>
      <FilterGroup name={fieldWords.type}>{boxes('type', transactionTypes)}</FilterGroup>
      <FilterGroup name={fieldWords.declineReason}>
        {boxes('declineReason', [])}
        <Select
          aria-label="Add a decline reason"
          value=""
          onChange={({ target }) => target.value !== '' && toggle('declineReason', target.value, true)}
        >
          <option value="">Add a reason</option>
          {reasons
            // Who reads every reason meets none that is not disclosed.
            .filter(
              ({ code }) => !(knowsAll && code === 'NOT_DISCLOSED') && !state.declineReason.includes(code),
            )
            .map(({ code, title }) => (
              <option key={code} value={code}>
                {title}
              </option>
            ))}
        </Select>
      </FilterGroup>
      <FilterGroup name={fieldWords.family}>
        {boxes(
          'family',
          declineFamilies.filter((family) => reasons.some((reason) => reason.family === family)),
        )}
      </FilterGroup>
      <FilterGroup name={fieldWords.currency}>
        {boxes('currency', currencies)}
        {typed('currency', 'Another, as JPY')}
      </FilterGroup>
      <FilterGroup name={fieldWords.authorisationMethod}>{boxes('authorisationMethod', methods)}</FilterGroup>
      <FilterGroup name={fieldWords.pinResult}>{boxes('pinResult', pinResults)}</FilterGroup>
      <FilterGroup name={fieldWords.country}>
        {boxes('country', [])}
        {typed('country', 'Code or name, as GB')}
      </FilterGroup>
      <FilterGroup name={fieldWords.mcc}>
        {boxes('mcc', [])}
        {typed('mcc', 'Four digits, as 5411')}
      </FilterGroup>
      <FilterGroup name={fieldWords.programme}>{boxes('programme', programmes)}</FilterGroup>
      {isEverywhere && (
        <ProfileBoxes chosen={state.profileId} onToggle={(id, isOn) => toggle('profileId', id, isOn)} />
      )}
      <Button
        size="sm"
        className="justify-self-start"
        onClick={() => onChoose({ ...withoutFilters(state), open: state.open })}
      >
        Clear all filters
      </Button>
    </div>
  );
}
