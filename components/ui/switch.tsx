'use client';
import clsx from 'clsx';
import { useId } from 'react';

interface SwitchProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Id of the visible name. */
  labelledBy: string;
  describedBy?: string | undefined;
  /** The answer is awaited: stays readable, a press does nothing. */
  saving?: boolean | undefined;
  /** Locked by the other side: dashed, square knob; the reason stands below it. */
  locked?: boolean | undefined;
  /** Nobody knows yet which way it stands: a press does nothing until it is read. */
  unknown?: boolean | undefined;
  /** Why this person cannot press it. */
  notNow?: string | undefined;
  className?: string;
}

/** On, off, locked or saving, with the word at its left. The target is 46 × 34. */
export function Switch({
  checked,
  onChange,
  labelledBy,
  describedBy,
  saving = false,
  locked = false,
  unknown = false,
  notNow,
  className,
}: SwitchProps) {
  const reasonId = useId();
  const state = unknown ? 'unknown' : locked ? 'locked' : notNow ? 'barred' : checked ? 'on' : 'off';
  const described = clsx(describedBy, notNow && reasonId) || undefined;
  return (
    <span
      className={clsx('flex min-h-9 items-center gap-2 px-1.5 text-meta font-control text-ink-2', className)}
      title={notNow}
    >
      <span aria-hidden="true">{unknown ? 'Not known' : locked ? 'Locked' : checked ? 'On' : 'Off'}</span>
      <button
        type="button"
        role="switch"
        className="switch"
        data-state={state}
        aria-checked={checked}
        aria-labelledby={labelledBy}
        aria-describedby={described}
        aria-disabled={locked || unknown || notNow !== undefined || undefined}
        aria-busy={saving || undefined}
        onClick={() => {
          if (!locked && !unknown && !saving && notNow === undefined) onChange(!checked);
        }}
      />
      {notNow !== undefined && (
        <span id={reasonId} className="sr-only">
          {notNow}
        </span>
      )}
    </span>
  );
}
