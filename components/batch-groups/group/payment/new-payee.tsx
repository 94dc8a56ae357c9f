'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { Field, Select } from '@/components/ui/field';
import type { PaymentDraft } from '@/lib/client/batch-groups/payment-draft';
import type { PaymentField, PaymentForm } from '@/lib/contracts/batch-payments';
import type { BatchRowFault } from '@/lib/contracts/batch-rows';
import { WiseField, wordsOf } from './wise-field';

interface NewPayeeProps {
  draft: PaymentDraft;
  form: PaymentForm | undefined;
  kind: NonNullable<PaymentForm['kinds']>[number] | undefined;
  error: Error | null;
  onRetry: () => void;
  busy: boolean;
  faultOf: (field: string) => BatchRowFault | undefined;
  missing: (field: string) => string | undefined;
  onChange: (next: Partial<PaymentDraft>, field: string) => void;
}

/** Currency, kind of account, and then whatever Wise asks for. */
export function NewPayee(props: NewPayeeProps) {
  const { draft, form, kind, error, onRetry, busy, faultOf, missing, onChange } = props;
  const kinds = form?.kinds;
  return (
    <>
      <div className="grid grid-cols-2 gap-3 max-narrow:grid-cols-[minmax(0,1fr)]">
        <Field
          label="Currency that arrives"
          error={missing('targetCurrency') ?? wordsOf(faultOf('targetCurrency'))}
        >
          {(parts) => (
            <Select
              {...parts}
              value={draft.target}
              onChange={({ target }) => onChange({ target: target.value }, 'targetCurrency')}
            >
              <option value="">{form ? 'Choose' : 'Reading the currencies'}</option>
              {form?.currencies.map((code) => (
                <option key={code} value={code}>
                  {code}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {kinds && kinds.length > 1 && (
          <Field label="Kind of account">
            {(parts) => (
              <Select
                {...parts}
                value={kind?.type ?? ''}
                onChange={({ target }) => onChange({ type: target.value }, 'type')}
              >
                {kinds.map(({ title, type }) => (
                  <option key={type} value={type}>
                    {title}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
      </div>
      {error && (
        <ErrorState
          error={error}
          title="What Wise asks for could not be read."
          onRetry={onRetry}
          busy={busy}
        />
      )}
      {draft.target !== '' && !error && kinds === null && (
        <p role="status" className="text-ink-2">
          Reading what Wise asks for in {draft.target}.
        </p>
      )}
      {kinds?.length === 0 && (
        <p role="status" className="text-ink-2">
          Wise sends nothing to {draft.target} from here. Choose another currency.
        </p>
      )}
      {kind && (
        <div className="grid grid-cols-2 gap-3 max-narrow:grid-cols-[minmax(0,1fr)]">
          {kind.fields.map((asked: PaymentField) => (
            <WiseField
              key={`${kind.type} ${asked.field}`}
              asked={asked}
              value={draft.values[asked.field] ?? ''}
              fault={faultOf(asked.field)}
              onChange={(value) =>
                onChange({ values: { ...draft.values, [asked.field]: value } }, asked.field)
              }
            />
          ))}
        </div>
      )}
    </>
  );
}
