'use client';
import { Money } from '@/components/ui/money';
import { triedDays } from '@/lib/catalogues/decline-desk';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { DeskTrial } from '@/lib/contracts/desk-rules';
import { countOf } from '@/lib/format/counts';
import { formatDay, formatTableTime, zoneName } from '@/lib/format/times';

/** What the rule would have let in, by day, and the first of them. */
export function Trial({ trial }: { trial: DeskTrial }) {
  const timeZone = useTimeZone();
  const most = Math.max(1, ...trial.days.map(({ cases }) => cases));
  return (
    <section aria-label="Trial" className="grid gap-2 rounded-md bg-sunken px-3 py-2">
      <p role="status" className="font-label">
        {countOf(trial.total, 'case')} in the last {triedDays} days.
      </p>
      {trial.days.length > 0 && (
        <ul className="grid max-h-40 gap-0.5 overflow-y-auto" tabIndex={0} aria-label="Cases by day, UTC">
          {trial.days.map(({ cases, day }) => (
            <li key={day} className="grid grid-cols-[88px_minmax(0,1fr)_40px] items-center gap-2 text-meta">
              <span className="text-ink-3">{formatDay(day)}</span>
              <span
                aria-hidden="true"
                className="h-2 rounded-xs bg-accent"
                style={{ width: `${(100 * cases) / most}%` }}
              />
              <span className="text-right tabular">{cases}</span>
            </li>
          ))}
        </ul>
      )}
      {trial.first.length > 0 && (
        <ul
          className="grid max-h-40 gap-1 overflow-y-auto text-meta"
          tabIndex={0}
          aria-label={`The first payments, ${zoneName(timeZone)}`}
        >
          {trial.first.map((one) => (
            <li key={`${one.profileId} ${one.id}`} className="flex flex-wrap gap-x-2">
              <span className="text-ink-3">{formatTableTime(one.creationTime, timeZone)}</span>
              <span>{one.merchantName ?? 'A shop without a name'}</span>
              <span className="tabular">
                <Money {...one.transactionAmount} />
              </span>
              <span className="text-ink-2">{one.declineTitle}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
