import { describe, expect, it } from 'vitest';
import {
  dayKey,
  formatAge,
  formatClock,
  formatDate,
  formatDayHead,
  formatDetailTime,
  formatHourMinute,
  formatLongDay,
  formatTableTime,
  zoneLabel,
  zoneName,
} from './times.ts';

const now = new Date('2026-11-19T09:41:00Z');
const london = 'Europe/London';

describe('times', () => {
  it('writes a table time of this year with day and minute', () => {
    expect(formatTableTime('2026-11-19T09:31:44Z', london, now)).toBe('19 Nov 09:31');
    expect(formatTableTime('2026-07-01T23:30:00Z', london, now)).toBe('2 Jul 00:30');
  });
  it('writes only the date for another year of the person’s own zone', () => {
    expect(formatTableTime('2025-03-11T10:00:00Z', london, now)).toBe('11 Mar 2025');
    expect(formatTableTime('2025-12-31T23:30:00Z', 'Europe/Paris', now)).toBe('1 Jan 00:30');
  });
  it('reads fractions of nine digits and offsets', () => {
    expect(formatClock('2026-11-19T09:07:31.123456789Z', london)).toBe('09:07:31');
    expect(formatHourMinute('2026-11-19T09:07:31+02:00', 'UTC')).toBe('07:07');
  });
  it('names the zone in a detail time', () => {
    expect(formatDetailTime('2026-11-19T09:07:31Z', london)).toBe('19 Nov 2026, 09:07:31 GMT');
    expect(formatDetailTime('2026-07-19T09:07:31Z', london)).toBe('19 Jul 2026, 10:07:31 BST');
  });
  it('writes midnight as 00', () => {
    expect(formatClock('2026-11-19T00:00:00Z', 'UTC')).toBe('00:00:00');
  });
  it('heads a day as today, this year or another year', () => {
    expect(formatDayHead('2026-11-19T00:10:00Z', london, now)).toBe('Today, 19 November');
    expect(formatDayHead('2026-11-18T10:00:00Z', london, now)).toBe('18 November');
    expect(formatDayHead('2025-03-03T10:00:00Z', london, now)).toBe('3 March 2025');
  });
  it('keeps days apart by the zone, not by UTC', () => {
    expect(dayKey('2026-11-18T23:30:00Z', 'Europe/Paris')).toBe(
      dayKey('2026-11-19T10:00:00Z', 'Europe/Paris'),
    );
    expect(dayKey('2026-11-18T23:30:00Z', 'UTC')).not.toBe(dayKey('2026-11-19T10:00:00Z', 'UTC'));
  });
  it('tells age in one unit and never below zero', () => {
    expect(formatAge('2026-11-19T09:40:56Z', now)).toBe('4 s');
    expect(formatAge('2026-11-19T09:29:00Z', now)).toBe('12 min');
    expect(formatAge('2026-11-19T06:00:00Z', now)).toBe('3 h');
    expect(formatAge('2026-11-17T06:00:00Z', now)).toBe('2 d');
    expect(formatAge('2026-11-19T10:00:00Z', now)).toBe('0 s');
  });
  it('names zones with their offset at that moment', () => {
    expect(zoneName('UTC', now)).toBe('UTC');
    expect(zoneName('Asia/Kolkata', now)).toBe('UTC+5:30');
    expect(zoneName('America/New_York', now)).toBe('UTC−5');
    expect(zoneName('Atlantic/Reykjavik', now)).toBe('UTC');
    expect(zoneLabel(london, now)).toBe('GMT (London)');
    expect(zoneLabel('America/New_York', now)).toBe('UTC−5 (New York)');
    expect(zoneLabel('Etc/UTC', now)).toBe('UTC');
    expect(zoneLabel('UTC', now)).toBe('UTC');
  });
  it('writes a plain date', () => {
    expect(formatDate('2026-11-10T10:00:00Z', london)).toBe('10 Nov 2026');
  });
});

it.each([
  ['2026-11-19T12:00:00Z', 'UTC', 'Thursday 19 November 2026'],
  ['2026-11-19T23:30:00Z', 'Asia/Tokyo', 'Friday 20 November 2026'],
  ['2027-01-01T04:00:00Z', 'America/New_York', 'Thursday 31 December 2026'],
])('writes the day of %s in %s', (iso, timeZone, text) => {
  expect(formatLongDay(iso, timeZone)).toBe(text);
});
