import type { KeyboardEvent } from 'react';
import { longestNote } from '@/lib/catalogues/notes';
import { Field } from './field';

interface NoteFieldProps {
  label: string;
  hint?: string | undefined;
  value: string;
  rows?: number;
  /** Characters. */
  most?: number;
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

/** Several lines; Ctrl Enter sends the form around them. */
export function NoteField(props: NoteFieldProps) {
  const { label, hint, value, rows = 4, most = longestNote, error, onChange } = props;
  return (
    <Field label={label} hint={hint} error={error}>
      {(parts) => (
        <textarea
          {...parts}
          rows={rows}
          maxLength={most}
          value={value}
          onKeyDown={sendOnCtrlEnter}
          onChange={({ target }) => onChange(target.value)}
          className={textareaClass}
        />
      )}
    </Field>
  );
}
