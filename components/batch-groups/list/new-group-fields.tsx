'use client';
import { useId } from 'react';
import { Field, Input, TextField } from '@/components/ui/field';
import { sourceCurrencies } from '@/lib/catalogues/currencies';
import type { GroupDraft, GroupField } from '@/lib/client/batch-groups/group-draft';
import { batchGroupNameLength } from '@/lib/contracts/wise/batch-groups';

interface NewGroupFieldsProps {
  draft: GroupDraft;
  faults: Partial<Record<GroupField, string>>;
  onChange: (change: Partial<GroupDraft>) => void;
}

export function NewGroupFields({ draft, faults, onChange }: NewGroupFieldsProps) {
  const listId = useId();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_150px] gap-3 max-narrow:grid-cols-[minmax(0,1fr)]">
      <TextField
        label="Name"
        error={faults.name}
        hint={`${draft.name.length} of ${batchGroupNameLength}. Approvers know the group by it.`}
        placeholder="October supplier run"
        value={draft.name}
        onChange={(text) => onChange({ name: text })}
      />
      <Field label="Paid from" error={faults.sourceCurrency} hint="The balance’s currency.">
        {(parts) => (
          <>
            <Input
              {...parts}
              list={listId}
              maxLength={3}
              autoComplete="off"
              spellCheck={false}
              value={draft.sourceCurrency}
              onChange={({ target }) => onChange({ sourceCurrency: target.value.toUpperCase() })}
            />
            <datalist id={listId}>
              {sourceCurrencies.map((currency) => (
                <option key={currency} value={currency} />
              ))}
            </datalist>
          </>
        )}
      </Field>
    </div>
  );
}
