'use client';
import { Section } from '@/components/ui/page';
import { Timeline, type TimelineDay } from '@/components/ui/timeline';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { PrintJobDetail } from '@/lib/contracts/kiosk-board';
import { dayKey, formatDayHead, formatHourMinute } from '@/lib/format/times';
import { type JobStep, stepsOf } from './job-steps';

/** Everything that is known of the card’s tries, oldest first. */
export function JobTimeline({ detail }: { detail: PrintJobDetail }) {
  const timeZone = useTimeZone();
  return (
    <Section title="What happened">
      <Timeline days={byDay(stepsOf(detail), timeZone)} />
    </Section>
  );
}

function byDay(steps: readonly JobStep[], timeZone: string): TimelineDay[] {
  const days: TimelineDay[] = [];
  for (const { at, ...step } of steps) {
    const key = dayKey(at, timeZone);
    const entry = { ...step, time: formatHourMinute(at, timeZone), dateTime: at };
    const last = days.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else days.push({ key, head: formatDayHead(at, timeZone), entries: [entry] });
  }
  return days;
}
