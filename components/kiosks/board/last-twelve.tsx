import clsx from 'clsx';
import type { PrintJobState } from '@/lib/catalogues/printing';
import { countOf } from '@/lib/format/counts';

/** Oldest left: filled = printed, hollow = fault, hatched = running. */
export function LastTwelve({ outcomes, running }: { outcomes: readonly PrintJobState[]; running: number }) {
  const printed = outcomes.filter((state) => state === 'printed').length;
  const shown = outcomes.toReversed();
  if (shown.length + running === 0) return null;
  return (
    <div>
      <p
        role="img"
        aria-label={`Of the last ${shown.length}, ${printed} printed, ${shown.length - printed} not; ${countOf(running, 'is in hand', 'are in hand')}`}
        className="flex h-5.5 items-center gap-0.5"
      >
        {shown.map((state, index) => (
          <span
            key={index}
            className={clsx(
              'h-3.5 w-2 rounded-xs',
              state === 'printed' ? 'bg-good' : 'border-[1.5px] border-bad',
            )}
          />
        ))}
        {Array.from({ length: Math.min(running, 3) }, (_, index) => (
          <span
            key={index}
            className="h-3.5 w-2 rounded-xs border border-busy bg-[repeating-linear-gradient(135deg,var(--color-busy)_0_2px,transparent_2px_4px)]"
          />
        ))}
      </p>
      <p className="text-meta text-ink-3">last {shown.length}</p>
    </div>
  );
}
