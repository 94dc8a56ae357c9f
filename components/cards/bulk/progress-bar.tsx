import type { BulkSummary } from '@/lib/contracts/bulk';
import { formatCount } from '@/lib/format/counts';
import { StatusMark } from '@/components/ui/status';
import { endedOf, lookOfResult, totalOf } from './result-words';

const order = ['done', 'not-needed', 'refused', 'not-done', 'unknown', 'begun', 'waiting'] as const;
const fills: Record<(typeof order)[number], string> = {
  done: 'bg-good',
  'not-needed': 'bg-line-control',
  refused: 'bg-bad',
  'not-done': 'bg-bad',
  unknown: 'bg-warn',
  begun: 'bg-busy',
  waiting: '',
};

/** One segment per result, and beneath it what each stands for. */
export function ProgressBar({ bulk }: { bulk: BulkSummary }) {
  const { counts, status } = bulk;
  const total = totalOf(counts);
  const shown = order.filter((state) => counts[state] > 0);
  return (
    <>
      <div
        role="progressbar"
        aria-label="Cards done"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={endedOf(bulk)}
        className="flex h-2.5 gap-px overflow-hidden rounded-sm bg-hover"
      >
        {shown.map((state) => (
          <span key={state} className={fills[state]} style={{ width: `${(counts[state] / total) * 100}%` }} />
        ))}
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
        {shown.map((state) => (
          <li key={state} className="flex items-center gap-1.5">
            <StatusMark look={lookOfResult(state, status)} />
            <span className="tabular text-ink-2">{formatCount(counts[state])}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
