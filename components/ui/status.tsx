import clsx from 'clsx';
import type { ReactNode } from 'react';
import type { StatusLook, Tone } from '@/lib/catalogues/statuses';
import { Mark, toneText, toneTint } from './mark';

interface StatusProps {
  look: StatusLook;
  /** The other side's own word, shown on hover. */
  value?: string | undefined;
  children?: ReactNode;
}

/** Mark and word, for table cells and lists. */
export function StatusMark({ look, value, children }: StatusProps) {
  return (
    <span title={value} className={clsx('status-mark', toneText[look.tone])}>
      <Mark mark={look.mark} />
      {look.word}
      {children}
    </span>
  );
}

/** Mark and word on their tint, for page heads. */
export function Pill({ look, value, children }: StatusProps) {
  return (
    <span
      title={value}
      data-boxed
      className={clsx(
        'inline-flex h-6 items-center gap-1.5 rounded-full pr-[9px] pl-2 text-meta font-strong whitespace-nowrap',
        toneText[look.tone],
        toneTint[look.tone],
      )}
    >
      <Mark mark={look.mark} />
      {look.word}
      {children}
    </span>
  );
}

export function Tag({
  tone = 'quiet',
  children,
  className,
}: {
  tone?: Tone;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      data-boxed
      className={clsx(
        'inline-flex items-center gap-1 rounded-xs px-1.5 py-px text-tag font-[560] whitespace-nowrap [&_.lucide]:size-3',
        toneText[tone],
        toneTint[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
