import clsx from 'clsx';
import type { ReactNode } from 'react';
import type { Mark as MarkName, Tone } from '@/lib/catalogues/statuses';

const ring = <circle cx="6" cy="6" r="4.2" />;
const filled = { fill: 'currentColor', stroke: 'none' } as const;

const shapes: Record<MarkName, ReactNode> = {
  works: <circle cx="6" cy="6" r="4.7" {...filled} />,
  'not-begun': ring,
  paused: (
    <>
      {ring}
      <path d="M6 1.8a4.2 4.2 0 0 1 0 8.4z" {...filled} />
    </>
  ),
  waits: (
    <>
      {ring}
      <circle cx="6" cy="6" r="1.7" {...filled} />
    </>
  ),
  moving: <path d="M6 .6 11.4 6 6 11.4.6 6z" {...filled} />,
  'needs-a-hand': <path d="M6 .8 11.6 11H.4z" {...filled} />,
  'final-stop': <rect x="1.4" y="1.4" width="9.2" height="9.2" rx="1" {...filled} />,
  no: <path d="m2 2 8 8M10 2l-8 8" strokeWidth="2.2" />,
  unknown: <circle cx="6" cy="6" r="4.2" strokeDasharray="2.2 2.2" />,
  'came-back': <path d="M4.6 2.2 1.8 5l2.8 2.8M2 5h5a3 3 0 0 1 0 6H5" strokeWidth="1.8" />,
  barred: (
    <>
      {ring}
      <path d="m3.2 8.8 5.6-5.6" />
    </>
  ),
  over: <path d="M1.6 6h8.8" strokeWidth="2.4" />,
};

export const toneText: Record<Tone, string> = {
  good: 'text-good',
  busy: 'text-busy',
  warn: 'text-warn',
  bad: 'text-bad',
  secret: 'text-secret',
  quiet: 'text-ink-2',
};
export const toneTint: Record<Tone, string> = {
  good: 'bg-good-tint',
  busy: 'bg-busy-tint',
  warn: 'bg-warn-tint',
  bad: 'bg-bad-tint',
  secret: 'bg-secret-tint',
  quiet: 'bg-hover',
};

/** The shape alone, 10 px; always beside its word. */
export function Mark({ mark, tone, className }: { mark: MarkName; tone?: Tone; className?: string }) {
  return (
    <svg
      viewBox="0 0 12 12"
      aria-hidden="true"
      data-mark={mark}
      className={clsx('mark', tone && toneText[tone], className)}
    >
      {shapes[mark]}
    </svg>
  );
}
