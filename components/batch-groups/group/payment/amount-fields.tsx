'use client';
import { Field, Input, Select } from '@/components/ui/field';
import { type PaymentDraft, targetOf } from '@/lib/client/batch-groups/payment-draft';
import type { BatchRowFault } from '@/lib/contracts/batch-rows';
import { Suggestions } from './wise-field';

interface AmountFieldsProps {
  draft: PaymentDraft;
  sourceCurrency: string;
  error: string | undefined;
  fault: BatchRowFault | undefined;
  onChange: (next: Partial<PaymentDraft>, field: string) => void;
}

/** How much, and which side of the payment is fixed; the other one follows from Wise’s rate and fee. */
export function AmountFields({ draft, sourceCurrency, error, fault, onChange }: AmountFieldsProps) {
  const target = targetOf(draft) || 'their currency';
  return (
    <div className="grid grid-cols-2 gap-3 max-narrow:grid-cols-[minmax(0,1fr)]">
      <div className="grid content-start gap-1">
        <Field label="Amount" error={error}>
          {(parts) => (
            <Input
              {...parts}
              inputMode="decimal"
              autoComplete="off"
              className="text-right tabular"
              value={draft.amount}
              onChange={({ target: { value } }) => onChange({ amount: value }, 'amount')}
            />
          )}
        </Field>
        <Suggestions fault={fault} onUse={(amount) => onChange({ amount }, 'amount')} />
      </div>
      <Field
        label="What the amount fixes"
        hint={
          draft.side === 'target'
            ? `Arrives whole; what leaves in ${sourceCurrency} follows.`
            : `Leaves, fee included; what arrives in ${target} follows.`
        }
      >
        {(parts) => (
          <Select
            {...parts}
            value={draft.side}
            onChange={({ target: { value } }) =>
              onChange({ side: value === 'source' ? 'source' : 'target' }, 'amount')
            }
          >
            <option value="target">They get, in {target}</option>
            <option value="source">You pay, in {sourceCurrency}</option>
          </Select>
        )}
      </Field>
    </div>
  );
}
