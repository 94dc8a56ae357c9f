import type { NumbersQuery } from '../../contracts/transaction-numbers.ts';
import { addDays, isoDay } from '../../format/times.ts';
import {
  type ArchiveState,
  hrefForArchive,
  isFilterValue,
  parseArchiveState,
} from '../transactions/archive-state.ts';
import { readDay } from '../url/read-day.ts';
import { hrefOf } from '../url/write-url.ts';

export const periodLengths = [7, 30, 90] as const;
export type PeriodLength = (typeof periodLengths)[number];
const usualLength: PeriodLength = 30;

/** All that the address says. Both days where they are the person's own, else the last `days`; in the reader's own zone. */
export interface NumbersState {
  days: PeriodLength;
  from: string;
  until: string;
  programme: readonly string[];
  profileId: readonly string[];
}
/** Days of the reader's zone, both included. */
export interface Period {
  from: string;
  until: string;
}
/** What is counted, and so what every link from a number asks for. */
export interface Asked extends Pick<NumbersState, 'programme' | 'profileId'> {
  period: Period;
}

export function parseNumbersState(search: URLSearchParams): NumbersState {
  const [from, until] = [readDay(search, 'from'), readDay(search, 'until')];
  const isPeriod = from !== '' && until !== '' && from <= until;
  return {
    days: periodLengths.find((length) => String(length) === search.get('days')) ?? usualLength,
    from: isPeriod ? from : '',
    until: isPeriod ? until : '',
    programme: valuesOf(search, 'programme'),
    profileId: valuesOf(search, 'profileId'),
  };
}

const valuesOf = (search: URLSearchParams, name: 'programme' | 'profileId') =>
  [...new Set(search.getAll(name))].filter((value) => isFilterValue(name, value)).sort();

export const isOwnPeriod = ({ from }: NumbersState): boolean => from !== '';

export const hrefForNumbers = (state: NumbersState): string =>
  hrefOf('/declines/numbers', {
    days: isOwnPeriod(state) || state.days === usualLength ? '' : String(state.days),
    from: state.from,
    until: state.until,
    programme: state.programme,
    profileId: state.profileId,
  });

export function periodOf(state: NumbersState, timeZone: string, now: Date): Period {
  if (isOwnPeriod(state)) return { from: state.from, until: state.until };
  const until = isoDay(now, timeZone);
  return { from: addDays(until, 1 - state.days), until };
}

export const toNumbersQuery = (
  state: NumbersState,
  timeZone: string,
  now: Date,
): NumbersQuery & { timeZone: string } => ({
  ...periodOf(state, timeZone, now),
  timeZone,
  ...(state.programme.length > 0 && { programme: [...state.programme] }),
  ...(state.profileId.length > 0 && { profileId: [...state.profileId] }),
});

export const declines = ['declined', 'second-try'] as const;

/** The rows that a number counts, in the list of all transactions. */
export const hrefForRows = (
  { period, ...narrowed }: Asked,
  filters: Partial<ArchiveState>,
): `/transactions?${string}` =>
  hrefForArchive({ ...parseArchiveState(new URLSearchParams()), ...period, ...narrowed, ...filters });
