import type { KeyboardEvent } from 'react';
import { Field } from '@/components/ui/field';

interface NoteFieldProps {
  label: string;
  hint?: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

export const textareaClass =
  'w-full rounded-md border border-line-control bg-surface px-2.5 py-1.5 text-ink aria-invalid:border-bad max-narrow:text-[1rem]';

export function sendOnCtrlEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

/** Several lines about a case; Ctrl Enter sends the form around it. */
export function NoteField({ label, hint, value, error, onChange }: NoteFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(parts) => (
        <textarea
          {...parts}
          rows={4}
          maxLength={4000}
          value={value}
          onKeyDown={sendOnCtrlEnter}
          onChange={({ target }) => onChange(target.value)}
          className={textareaClass}
        />
      )}
    </Field>
  );
}
