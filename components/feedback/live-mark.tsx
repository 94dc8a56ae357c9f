'use client';
import type { Mark as MarkName, Tone } from '@/lib/catalogues/statuses';
import type { LiveState } from '@/lib/client/events/connection';
import { useLive } from '@/lib/client/events/live-provider';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import { formatClock } from '@/lib/format/times';
import { Mark } from '@/components/ui/mark';

const looks: Record<LiveState, { mark: MarkName; tone: Tone; word: string }> = {
  live: { mark: 'works', tone: 'good', word: 'Live' },
  'catching-up': { mark: 'moving', tone: 'busy', word: 'Catching up' },
  reconnecting: { mark: 'unknown', tone: 'warn', word: 'Reconnecting' },
  reading: { mark: 'paused', tone: 'quiet', word: 'Reading' },
};

/** How current the page is. `asOf`: the moment of what is shown. */
export function LiveMark({ asOf }: { asOf?: string | undefined }) {
  const state = useLive();
  const timeZone = useTimeZone();
  const { mark, tone, word } = looks[state];
  const moment = asOf === undefined ? '' : formatClock(asOf, timeZone);
  const rest: Record<LiveState, string> = {
    live: moment && `as of ${moment}`,
    'catching-up': 'with events',
    reconnecting: moment && `shown as of ${moment}`,
    reading: 'every 30 s, no events',
  };
  return (
    <span className="inline-flex items-center gap-1.5 text-meta whitespace-nowrap text-ink-2 tabular">
      <Mark mark={mark} tone={tone} />
      <span>
        <span role="status" className="font-[560]">
          {word}
        </span>{' '}
        <span className="text-ink-3">{rest[state]}</span>
      </span>
    </span>
  );
}
