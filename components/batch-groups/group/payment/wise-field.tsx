'use client';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input, Select } from '@/components/ui/field';
import type { PaymentField } from '@/lib/contracts/batch-payments';
import type { BatchRowFault } from '@/lib/contracts/batch-rows';
import { longestCell } from '../grid/cell-editor';

interface WiseFieldProps {
  asked: PaymentField;
  value: string;
  fault: BatchRowFault | undefined;
  onChange: (value: string) => void;
}

/** So many choices are seen at once; more go into a list. */
const mostRadios = 4;

/** One entry of a form as Wise describes it. A type that nobody here knows is a text. */
export function WiseField(props: WiseFieldProps) {
  const { asked, value, fault, onChange } = props;
  const { choices, isRequired, label, type } = asked;
  if (type === 'radio' && choices.length > 0 && choices.length <= mostRadios) return <Radios {...props} />;
  const name = isRequired ? label : `${label}, if there is one`;
  return (
    <div className="grid content-start gap-1">
      <Field label={name} error={wordsOf(fault)} hint={hintOf(asked)}>
        {(parts) =>
          choices.length > 0 ? (
            <Select
              {...parts}
              required={isRequired}
              value={value}
              onChange={({ target }) => onChange(target.value)}
            >
              <option value="">Choose</option>
              {choices.map((choice) => (
                <option key={choice.key} value={choice.key}>
                  {choice.name}
                </option>
              ))}
            </Select>
          ) : (
            <Input
              {...parts}
              type={type === 'date' ? 'date' : 'text'}
              required={isRequired}
              maxLength={longestCell}
              autoComplete="off"
              spellCheck={false}
              value={value}
              onChange={({ target }) => onChange(target.value)}
            />
          )
        }
      </Field>
      {choices.length === 0 && <Suggestions fault={fault} onUse={onChange} />}
    </div>
  );
}

function Radios({ asked, value, fault, onChange }: WiseFieldProps) {
  const id = useId();
  const words = wordsOf(fault);
  return (
    <fieldset
      className="grid content-start gap-[5px]"
      aria-describedby={words === undefined ? undefined : `${id}-fault`}
    >
      <legend className="mb-[5px] font-label">{asked.label}</legend>
      <div className="flex min-h-(--control) flex-wrap items-center gap-x-4 gap-y-1">
        {asked.choices.map((choice) => (
          <label key={choice.key} className="flex min-h-6 cursor-pointer items-center gap-2">
            <input
              type="radio"
              name={id}
              value={choice.key}
              checked={value === choice.key}
              data-invalid={words === undefined ? undefined : ''}
              onChange={() => onChange(choice.key)}
              className="size-4 flex-none accent-accent"
            />
            {choice.name}
          </label>
        ))}
      </div>
      <span id={`${id}-fault`} aria-live="polite" className="text-meta text-bad empty:hidden">
        {words}
      </span>
    </fieldset>
  );
}

interface SuggestionsProps {
  fault: BatchRowFault | undefined;
  onUse: (value: string) => void;
}

/** Values to put in the place of a wrong one; none is taken without a press. */
export function Suggestions({ fault, onUse }: SuggestionsProps) {
  const some = fault?.suggestions.filter((suggestion) => suggestion !== '') ?? [];
  if (some.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-1.5">
      {some.map((suggestion) => (
        <Button key={suggestion} size="xs" onClick={() => onUse(suggestion)}>
          Use {suggestion}
        </Button>
      ))}
    </div>
  );
}

const emptyCodes: readonly string[] = ['detail_missing', 'name_missing', 'receiver_type_missing'];

/** Beside an empty field nothing more has to be said. */
export const wordsOf = (fault: BatchRowFault | undefined): string | undefined =>
  fault && (emptyCodes.includes(fault.code) ? 'Fill this in: Wise needs it.' : sentenceOf(fault));

export const sentenceOf = ({ mend, message }: BatchRowFault): string =>
  `${message}${/[.?]$/.test(message) ? '' : '.'} ${mend}`;

function hintOf({ choices, displayFormat, example, maxLength, minLength }: PaymentField): string | undefined {
  if (choices.length > 0) return undefined;
  if (example !== null) return `Such as ${example}`;
  if (displayFormat !== null) return `As in ${displayFormat}`;
  if (minLength !== null && minLength === maxLength) return `${minLength} characters.`;
  return undefined;
}
