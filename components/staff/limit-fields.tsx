'use client';
import { Plus, X } from 'lucide-react';
import { Button, IconButton } from '@/components/ui/button';
import { Input } from '@/components/ui/field';
import type { ApprovalLimit } from '@/lib/client/staff/person-draft';

interface LimitFieldsProps {
  limits: readonly ApprovalLimit[];
  fault: string | undefined;
  onChange: (limits: ApprovalLimit[]) => void;
}

/** Up to which amount the person approves, one line per currency. */
export function LimitFields({ limits, fault, onChange }: LimitFieldsProps) {
  const change = (index: number, limit: Partial<ApprovalLimit>) =>
    onChange(limits.map((one, at) => (at === index ? { ...one, ...limit } : one)));
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1 font-label">May approve up to</legend>
      {limits.map(({ amount, currency }, index) => (
        // Lines have no name of their own, and only the last comes or any goes.
        <div key={index} className="flex items-center gap-1.5">
          <Input
            aria-label={`Currency ${index + 1}`}
            name="approvalLimits"
            className="max-w-[72px] uppercase"
            maxLength={3}
            autoComplete="off"
            spellCheck={false}
            placeholder="GBP"
            value={currency}
            onChange={({ target }) => change(index, { currency: target.value })}
          />
          <Input
            aria-label={`Limit in ${currency || 'this currency'}`}
            inputMode="decimal"
            autoComplete="off"
            maxLength={24}
            placeholder="10,000"
            className="tabular"
            value={amount}
            onChange={({ target }) => change(index, { amount: target.value })}
          />
          <IconButton
            size="sm"
            variant="quiet"
            label={`Remove the limit in ${currency || 'this currency'}`}
            onClick={() => onChange(limits.filter((_, at) => at !== index))}
          >
            <X />
          </IconButton>
        </div>
      ))}
      <span
        className={fault === undefined ? 'text-meta text-ink-3' : 'text-meta text-bad'}
        aria-live="polite"
      >
        {fault ?? 'Nothing in a currency that is not named here.'}
      </span>
      <Button
        size="sm"
        icon={<Plus />}
        className="justify-self-start"
        onClick={() => onChange([...limits, { currency: '', amount: '' }])}
      >
        Add a currency
      </Button>
    </fieldset>
  );
}
