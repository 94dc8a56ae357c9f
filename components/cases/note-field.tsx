import type { KeyboardEvent } from 'react';
import { Field } from '@/components/ui/field';

interface NoteFieldProps {
  label: string;
  hint?: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** Several lines about a case; Ctrl Enter sends the form around it. */
export function NoteField({ label, hint, value, error, onChange }: NoteFieldProps) {
  const send = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <Field label={label} hint={hint} error={error}>
      {(parts) => (
        <textarea
          {...parts}
          rows={4}
          maxLength={4000}
          value={value}
          onKeyDown={send}
          onChange={({ target }) => onChange(target.value)}
          className="w-full rounded-md border border-line-control bg-surface px-2.5 py-1.5 text-ink aria-invalid:border-bad max-narrow:text-[1rem]"
        />
      )}
    </Field>
  );
}
