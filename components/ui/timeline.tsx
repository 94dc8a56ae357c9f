import clsx from 'clsx';
import { Fragment, type ReactNode } from 'react';
import type { Mark as MarkName, Tone } from '@/lib/catalogues/statuses';
import { Mark } from './mark';

export interface TimelineEntry {
  id: string;
  /** `09:31`, already in the person's zone. */
  time: string;
  dateTime: string;
  mark: MarkName;
  tone: Tone;
  text: ReactNode;
  small?: ReactNode;
  /** The moment in question. */
  isNow?: boolean;
}
export interface TimelineDay {
  key: string;
  head: string;
  entries: TimelineEntry[];
}

/** `on` = what it lies on, so that the marks cut the line cleanly. */
export function Timeline({ days, on = 'sunken' }: { days: TimelineDay[]; on?: 'sunken' | 'surface' }) {
  const ground = on === 'sunken' ? 'bg-sunken outline-sunken' : 'bg-surface outline-surface';
  return (
    <ol>
      {days.map((day) => (
        <Fragment key={day.key}>
          <li className="pt-2 pb-0.5 text-meta font-[560] text-ink-2">{day.head}</li>
          {day.entries.map((entry, index) => (
            <li
              key={entry.id}
              className={clsx(
                'relative grid grid-cols-[46px_14px_minmax(0,1fr)] gap-x-2 py-[5px]',
                'before:absolute before:inset-y-0 before:left-[60.5px] before:w-px before:bg-line',
                day.entries.length === 1 && 'before:hidden',
                index === 0 && 'before:top-3.5',
                index === day.entries.length - 1 && 'before:bottom-auto before:h-3.5',
                entry.isNow && 'rounded-sm bg-selected',
              )}
            >
              <time dateTime={entry.dateTime} className="text-right text-meta leading-5 text-ink-3">
                {entry.time}
              </time>
              <Mark
                mark={entry.mark}
                tone={entry.tone}
                className={clsx(
                  'relative mt-[5px] ml-0.5 outline-[3px] outline-solid',
                  entry.isNow ? 'bg-selected outline-selected' : ground,
                )}
              />
              <div className="min-w-0 wrap-anywhere">
                {entry.text}
                {entry.small !== undefined && (
                  <small className="block text-meta text-ink-3">{entry.small}</small>
                )}
              </div>
            </li>
          ))}
        </Fragment>
      ))}
    </ol>
  );
}
