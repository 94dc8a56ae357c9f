import 'server-only';
import { addDays } from '../../../format/times.ts';
import { boundsOfDay } from '../../../format/day-bounds.ts';
import { AppError } from '../../http/app-error.ts';

export const slotMs = 15 * 60_000;
const dayMs = 86_400_000;
const mostDays = 366;

/** A period, and as many days before it. */
export interface Periods {
  beforeFrom: Date;
  from: Date;
  to: Date;
  /** Of the period itself. */
  days: string[];
}

/**
 * @param from and `until`: days of the zone, both included
 * @throws AppError validation_failed where they are upside down or too many
 */
export function periodsOf({
  from,
  until,
  timeZone,
}: {
  from: string;
  until: string;
  timeZone: string;
}): Periods {
  const count = Math.round((Date.parse(until) - Date.parse(from)) / dayMs) + 1;
  const startOf = (day: string) => new Date(boundsOfDay(day, timeZone)?.from ?? Number.NaN);
  if (count < 1 || count > mostDays)
    throw new AppError('validation_failed', {
      fields: [{ path: 'query.until', message: `From one day to ${mostDays} can be counted.` }],
    });
  const bounds = {
    beforeFrom: startOf(addDays(from, -count)),
    from: startOf(from),
    to: startOf(addDays(until, 1)),
  };
  // Zones lay at odd minutes from UTC before there were cards.
  if (Object.values(bounds).some((at) => at.getTime() % slotMs !== 0))
    throw new AppError('validation_failed', {
      fields: [{ path: 'query.timeZone', message: 'Its clocks were not set by quarters of an hour then.' }],
    });
  return { ...bounds, days: Array.from({ length: count }, (_, place) => addDays(from, place)) };
}

/** Whether what is kept reaches back to the first day of the period before: a part of it would be compared with the whole. */
export const reachesBack = ({ beforeFrom }: Periods, keptFrom: Date | null): boolean =>
  keptFrom !== null && keptFrom.getTime() < beforeFrom.getTime() + dayMs;

/** What of them is told from a moment on. @param since the beginning of a UTC day; undefined: all is told */
export function toldOf(periods: Periods, since: Date | undefined): Periods {
  const after = (at: Date) => (since && since > at ? since : at);
  const { beforeFrom, from, to } = periods;
  return { ...periods, beforeFrom: after(beforeFrom), from: after(from), to: after(to) };
}

export interface Span {
  from: Date;
  to: Date;
  isNow: boolean;
}

/** The UTC days that lie wholly within one of both periods, of which counts are kept, and what is left at their ends. */
export function splitAtDays({ beforeFrom, from, to }: Periods): { whole: Span[]; ends: Span[] } {
  const parts = [
    { from: beforeFrom, to: from, isNow: false },
    { from, to, isNow: true },
  ].map((span) => {
    const first = new Date(Math.ceil(span.from.getTime() / dayMs) * dayMs);
    const last = new Date(Math.floor(span.to.getTime() / dayMs) * dayMs);
    if (first >= last) return { whole: [], ends: [span] };
    return {
      whole: [{ ...span, from: first, to: last }],
      ends: [
        { ...span, to: first },
        { ...span, from: last },
      ].filter((end) => end.from < end.to),
    };
  });
  return { whole: parts.flatMap(({ whole }) => whole), ends: parts.flatMap(({ ends }) => ends) };
}
