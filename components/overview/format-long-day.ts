import { dayKey } from '@/lib/format/times';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `Thursday 19 November 2026`, in words that server and browser write alike. */
export function formatLongDay(iso: string, timeZone: string): string {
  const [year = 0, month = 1, day = 1] = dayKey(iso, timeZone).split('-').map(Number);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return `${weekdays[weekday]} ${day} ${months[month - 1]} ${year}`;
}
