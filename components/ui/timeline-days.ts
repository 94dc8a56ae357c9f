import { dayKey, formatDayHead, formatHourMinute } from '@/lib/format/times';
import type { TimelineDay, TimelineEntry } from './timeline';

/** An entry whose moment is still to be put into the person's zone. */
export type DatedEntry = { at: string } & Omit<TimelineEntry, 'time' | 'dateTime'>;

/** Entries under their days, in the person's zone and the order in which they come. */
export function toDays(entries: readonly DatedEntry[], timeZone: string): TimelineDay[] {
  const days: TimelineDay[] = [];
  for (const { at, ...look } of entries) {
    const key = dayKey(at, timeZone);
    const entry = { ...look, time: formatHourMinute(at, timeZone), dateTime: at };
    const last = days.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else days.push({ key, head: formatDayHead(at, timeZone), entries: [entry] });
  }
  return days;
}
