import { expect, it } from 'vitest';
import { formatLongDay } from './format-long-day';

it.each([
  ['2026-11-19T12:00:00Z', 'UTC', 'Thursday 19 November 2026'],
  ['2026-11-19T23:30:00Z', 'Asia/Tokyo', 'Friday 20 November 2026'],
  ['2027-01-01T04:00:00Z', 'America/New_York', 'Thursday 31 December 2026'],
])('writes the day of %s in %s', (iso, timeZone, text) => {
  expect(formatLongDay(iso, timeZone)).toBe(text);
});
