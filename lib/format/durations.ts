import { countOf } from './counts.ts';

/** `48 s`, `1 min 52 s`, `2 h 5 min`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** How far apart two moments are, in its largest unit: `under 1 s`, `2 s`, `5 min`, `3 h`, `12 d`. */
export function formatDistance(milliseconds: number): string {
  const seconds = Math.round(Math.abs(milliseconds) / 1000);
  if (seconds < 1) return 'under 1 s';
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.round(seconds / 60)} min`;
  return seconds < 48 * 3600 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} d`;
}

const daysOfYear = 365.25;

/** `5 years`, where days make whole ones to the day; else `400 days`. */
export function wordsOfDays(days: number): string {
  const years = Math.round(days / daysOfYear);
  const isWhole = years > 0 && Math.abs(days - years * daysOfYear) < 1;
  return isWhole ? countOf(years, 'year') : countOf(days, 'day');
}
