'use client';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { formatClock, zoneName } from '@/lib/format/times';

interface FreshnessProps {
  /** The moment it was read. */
  at: string;
  /** The console's own copy: `index` = the other side did not answer, `kept` = it cannot be asked. */
  source?: 'wise' | 'index' | 'kept';
}

/** "Read from Wise 09:41:02 GMT" */
export function Freshness({ at, source = 'wise' }: FreshnessProps) {
  const timeZone = useTimeZone();
  const clock = (
    <time dateTime={at}>
      {formatClock(at, timeZone)} {zoneName(timeZone, new Date(at))}
    </time>
  );
  if (source === 'wise') return <span className="text-meta text-ink-3">Read from Wise {clock}</span>;
  if (source === 'kept') return <span className="text-meta text-warn">Known at {clock}</span>;
  return <span className="text-meta text-warn">Wise did not answer, known at {clock}</span>;
}
