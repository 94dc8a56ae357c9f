import clsx from 'clsx';
import type { Route } from 'next';
import Link from 'next/link';
import { formatDay } from '@/lib/format/times';

/** What one place along the days stands for. */
export interface DaySpan {
  /** `2026-11-19` */
  day: string;
  /** The last day, where it is of more days than one. */
  until?: string;
}

const isOfSeveral = ({ day, until = day }: DaySpan) => until !== day;

/** `17 Nov to 19 Nov` */
export const nameOfSpan = (span: DaySpan): string =>
  isOfSeveral(span) ? `${formatDay(span.day)} to ${formatDay(span.until ?? span.day)}` : formatDay(span.day);

/** As many as have room for a finger, the newest at the right. */
export const roomFor = (fromNewest: number) =>
  clsx(fromNewest >= 12 && '@max-[504px]:hidden', fromNewest >= 21 && '@max-[720px]:hidden');

/** The first day in sight and the last one. */
export function DayAxis({ spans }: { spans: readonly DaySpan[] }) {
  const firstOf = (mostShown: number) => formatDay(spans.at(-Math.min(mostShown, spans.length))?.day ?? '');
  const last = spans.at(-1);
  return (
    <p className="flex justify-between text-tag text-ink-3 tabular" aria-hidden="true">
      <span className="@max-[720px]:hidden">{firstOf(spans.length)}</span>
      <span className="hidden @max-[504px]:hidden @max-[720px]:inline">{firstOf(21)}</span>
      <span className="hidden @max-[504px]:inline">{firstOf(12)}</span>
      <span>{formatDay(last?.until ?? last?.day ?? '')}</span>
    </p>
  );
}

export interface LegendEntry {
  name: string;
  total: string;
  href: Route;
}
interface DayLegendProps {
  entries: readonly LegendEntry[];
  /** How each series looks, in their order. */
  marks: readonly string[];
  spans: readonly DaySpan[];
}

/** The series with what they come to, and how many places there are where some have no room. */
export function DayLegend({ entries, marks, spans }: DayLegendProps) {
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4">
      {entries.map(({ href, name, total }, series) => (
        <li key={name} className="flex min-h-6 items-center gap-1.5">
          <span className={marks[series]} />
          <Link href={href} prefetch={false}>
            {name} <span className="tabular">{total}</span>
          </Link>
        </li>
      ))}
      {spans.length > 12 && (
        <li className="ml-auto hidden min-h-6 items-center text-meta text-ink-3 @max-[720px]:flex">
          of {spans.length} {spans.some(isOfSeveral) ? 'spans' : 'days'}
        </li>
      )}
    </ul>
  );
}
