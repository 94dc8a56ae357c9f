'use client';
import Link from 'next/link';
import { endedOf, titleOf, totalOf } from '@/components/cards/bulk/result-words';
import { Section } from '@/components/ui/page';
import { useBulkChanges } from '@/lib/client/bulk/queries';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { formatCount } from '@/lib/format/counts';
import { formatTableTime } from '@/lib/format/times';

const shown = 5;

/** Changes of many cards: those under way, and the last ones that ended. */
export function BulkLately() {
  const timeZone = useTimeZone();
  const { data } = useBulkChanges();
  if (!data || data.items.length === 0) return null;
  return (
    <Section title="Many cards at once">
      <ul>
        {data.items.slice(0, shown).map((bulk) => {
          const failed = bulk.counts.refused + bulk.counts['not-done'];
          return (
            <li
              key={bulk.id}
              className="flex flex-wrap items-baseline gap-x-3 border-t border-line-soft py-[6px] first:border-t-0"
            >
              <Link href={{ pathname: `/cards/bulk/${bulk.id}` }} prefetch={false}>
                {titleOf(bulk)}
              </Link>
              <span className="text-ink-2">
                {bulk.finishedAt
                  ? failed > 0
                    ? `ended, ${formatCount(failed)} did not change`
                    : 'ended'
                  : `${formatCount(endedOf(bulk))} of ${formatCount(totalOf(bulk.counts))}${bulk.stoppedAt ? ', stopped' : ''}`}
              </span>
              <span className="ml-auto text-meta text-ink-3">
                {bulk.startedBy}, {formatTableTime(bulk.startedAt, timeZone)}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
