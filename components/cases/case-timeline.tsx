'use client';
import { Timeline, type TimelineDay } from '@/components/ui/timeline';
import { caseOutcomeWords } from '@/lib/catalogues/decline-desk';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { CaseEntry } from '@/lib/contracts/cases';
import { dayKey, formatDay, formatDayHead, formatHourMinute } from '@/lib/format/times';
import { markOfEntry, textOfEntry } from './case-words';

/** What was done and written, the newest first. */
export function CaseTimeline({ entries }: { entries: CaseEntry[] }) {
  const timeZone = useTimeZone();
  const days: TimelineDay[] = [];
  for (const entry of entries.toReversed()) {
    const key = dayKey(entry.at, timeZone);
    let day = days.find((one) => one.key === key);
    if (!day) {
      day = { key, head: formatDayHead(entry.at, timeZone), entries: [] };
      days.push(day);
    }
    day.entries.push({
      id: entry.id,
      time: formatHourMinute(entry.at, timeZone),
      dateTime: entry.at,
      ...markOfEntry(entry),
      text: <EntryText entry={entry} />,
    });
  }
  return <Timeline days={days} on="surface" />;
}

function EntryText({ entry }: { entry: CaseEntry }) {
  const { followUpOn, isOfMerged, kind, outcome, text } = entry;
  return (
    <>
      {textOfEntry(entry)}
      {outcome && `: ${caseOutcomeWords[outcome].toLowerCase()}`}
      {isOfMerged && <span className="text-ink-3"> (in a merged case)</span>}
      {followUpOn && `, to be looked at again on ${formatDay(followUpOn)}`}
      {text !== null && <p className="mt-0.5 whitespace-pre-line text-ink-2">{text}</p>}
      {text === null && kind === 'note' && <p className="mt-0.5 text-ink-3">What was written is erased.</p>}
    </>
  );
}
