'use client';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { levelWords } from '@/lib/catalogues/new-codes';
import type { NewCode } from '@/lib/contracts/new-codes';
import { formatTableTime } from '@/lib/format/times';

/** Every version of what a code means, the newest first. */
export function CodeHistory({ history }: Pick<NewCode, 'history'>) {
  const timeZone = useTimeZone();
  return (
    <ol aria-label="Versions" className="grid gap-1.5">
      {history.map(({ agreedBy, at, level, proposedBy, title, version }) => (
        <li
          key={version}
          className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-3 max-narrow:grid-cols-[minmax(0,1fr)]"
        >
          <time dateTime={at} className="text-ink-3 tabular">
            {formatTableTime(at, timeZone)}
          </time>
          <span className="min-w-0 wrap-anywhere">
            {level === null ? 'Taken back' : `${levelWords[level].name}: “${title ?? ''}”`}
            <span className="block text-meta text-ink-3">
              Proposed by {proposedBy}, agreed to by {agreedBy}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
