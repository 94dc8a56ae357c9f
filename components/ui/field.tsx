import clsx from 'clsx';
import { type ComponentProps, type ReactNode, useId } from 'react';

interface FieldParts {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and how to mend it; stands in the hint's place and is read out. */
  error?: string | undefined;
  className?: string;
  /** Gets the ids that join label, control and hint: `{(parts) => <Input {...parts} … />}` */
  children: (parts: FieldParts) => ReactNode;
}

export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const described = error !== undefined || hint !== undefined;
  return (
    <div className={clsx('grid gap-[5px]', className)}>
      <label htmlFor={id} className="font-label">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described ? hintId : undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      <span
        id={hintId}
        aria-live="polite"
        className={clsx('text-meta empty:hidden', error === undefined ? 'text-ink-3' : 'text-bad')}
      >
        {error ?? hint}
      </span>
    </div>
  );
}

const box =
  'field-box rounded-md border border-line-control bg-surface text-ink aria-invalid:border-bad aria-invalid:shadow-[inset_0_0_0_1px_var(--color-bad)] max-narrow:text-[1rem]';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={clsx(box, 'h-(--control) px-2.5', className)} />;
}

interface TextFieldProps
  extends Pick<FieldProps, 'label' | 'hint' | 'error'>,
    Omit<ComponentProps<'input'>, 'id' | 'onChange'> {
  value: string;
  onChange: (text: string) => void;
}

/** A label and one line of text. The browser offers nothing from other pages unless `autoComplete` says what it is. */
export function TextField({ label, hint, error, onChange, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(parts) => (
        <Input autoComplete="off" {...rest} {...parts} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  );
}

export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select {...rest} className={clsx(box, 'h-(--control) px-2', className)} />;
}

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: ReactNode;
  hint?: ReactNode;
}

export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  return (
    <label className={clsx('flex min-h-6 cursor-pointer items-start gap-2.5 py-0.5', className)}>
      <input {...rest} type="checkbox" className="checkbox mt-0.5" />
      <span>
        {label}
        {hint !== undefined && <span className="block text-meta text-ink-3">{hint}</span>}
      </span>
    </label>
  );
}
