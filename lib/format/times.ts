const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const longMonths = [
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

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: string;
  minute: string;
  second: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}

/** Only the numbers come from Intl: its words differ between engines, and server and browser must write the same. */
function partsIn(timeZone: string, at: Date): Parts {
  if (timeZone === 'UTC') return partsInUtc(at);
  const found: Record<string, string> = {};
  for (const part of formatterOf(timeZone).formatToParts(at)) found[part.type] = part.value;
  return {
    year: Number(found.year),
    month: Number(found.month),
    day: Number(found.day),
    hour: found.hour ?? '00',
    minute: found.minute ?? '00',
    second: found.second ?? '00',
  };
}

/** Without Intl, whose first use takes a browser 20 ms and a phone 80. */
function partsInUtc(at: Date): Parts {
  const [hour = '', minute = '', second = ''] = at.toISOString().slice(11, 19).split(':');
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour,
    minute,
    second,
  };
}

const monthOf = (parts: Parts) => months[parts.month - 1] ?? '';

/** `19 Nov 09:31`; in another year than `now` only the date, `11 Mar 2025`. */
export function formatTableTime(iso: string, timeZone: string, now: Date = new Date()): string {
  const parts = partsIn(timeZone, new Date(iso));
  const day = `${parts.day} ${monthOf(parts)}`;
  return parts.year === partsIn(timeZone, now).year
    ? `${day} ${parts.hour}:${parts.minute}`
    : `${day} ${parts.year}`;
}

/** `19 Nov 2026, 09:07:31 GMT` */
export function formatDetailTime(iso: string, timeZone: string): string {
  const at = new Date(iso);
  return `${formatDate(iso, timeZone)}, ${formatClock(iso, timeZone)} ${zoneName(timeZone, at)}`;
}

/** `19 Nov 2026` */
export function formatDate(iso: string, timeZone: string): string {
  const parts = partsIn(timeZone, new Date(iso));
  return `${parts.day} ${monthOf(parts)} ${parts.year}`;
}

/** A day without a time, `2026-11-19`, as `19 Nov 2026`. */
export const formatDay = (day: string): string => formatDate(`${day}T00:00:00Z`, 'UTC');

/** The calendar day of the zone, `2026-11-19`. */
export function isoDay(at: Date, timeZone: string): string {
  const { year, month, day } = partsIn(timeZone, at);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `2026-11-19` and 14 is `2026-12-03`. */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** `09:07:31` */
export function formatClock(iso: string, timeZone: string): string {
  const { hour, minute, second } = partsIn(timeZone, new Date(iso));
  return `${hour}:${minute}:${second}`;
}

/** `09:07` */
export function formatHourMinute(iso: string, timeZone: string): string {
  const { hour, minute } = partsIn(timeZone, new Date(iso));
  return `${hour}:${minute}`;
}

/** Head over the entries of one day: `Today, 19 November`, `18 November`, `3 March 2025`. */
export function formatDayHead(iso: string, timeZone: string, now: Date = new Date()): string {
  const day = partsIn(timeZone, new Date(iso));
  const today = partsIn(timeZone, now);
  const text = `${day.day} ${longMonths[day.month - 1] ?? ''}`;
  if (day.year !== today.year) return `${text} ${day.year}`;
  return day.month === today.month && day.day === today.day ? `Today, ${text}` : text;
}

/** Two moments with the same key lie on the same calendar day of the zone. */
export function dayKey(iso: string, timeZone: string): string {
  const { year, month, day } = partsIn(timeZone, new Date(iso));
  return `${year}-${month}-${day}`;
}

/** `4 s`, `12 min`, `3 h`, `2 d`: only where age is the point. */
export function formatAge(iso: string, now: Date = new Date()): string {
  const seconds = Math.max(0, Math.round((now.getTime() - new Date(iso).getTime()) / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}

function offsetMinutes(timeZone: string, at: Date): number {
  const parts = partsIn(timeZone, at);
  const wall = Date.UTC(
    parts.year,
    parts.month - 1,
    parts.day,
    Number(parts.hour),
    Number(parts.minute),
    Number(parts.second),
  );
  return Math.round((wall - at.getTime()) / 60_000);
}

/** `UTC`, `GMT` or `BST` in London, elsewhere the offset at that moment: `UTC+5:30`. */
export function zoneName(timeZone: string, at: Date = new Date()): string {
  if (timeZone === 'UTC' || timeZone === 'Etc/UTC') return 'UTC';
  const minutes = offsetMinutes(timeZone, at);
  if (timeZone === 'Europe/London') return minutes === 0 ? 'GMT' : 'BST';
  if (minutes === 0) return 'UTC';
  const rest = Math.abs(minutes) % 60;
  const hours = `${minutes < 0 ? '−' : '+'}${Math.floor(Math.abs(minutes) / 60)}`;
  return `UTC${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** `GMT (London)`, `UTC+1 (Paris)`, `UTC`. */
export function zoneLabel(timeZone: string, at: Date = new Date()): string {
  const name = zoneName(timeZone, at);
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ');
  return timeZone.includes('/') && place && place !== 'UTC' ? `${name} (${place})` : name;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `Thursday 19 November 2026`, in words that server and browser write alike. */
export function formatLongDay(iso: string, timeZone: string): string {
  const [year = 0, month = 1, day = 1] = dayKey(iso, timeZone).split('-').map(Number);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return `${weekdays[weekday]} ${day} ${longMonths[month - 1]} ${year}`;
}
