import { describe, expect, it } from 'vitest';
import { boundsOfDay } from './day-bounds.ts';

describe('boundsOfDay', () => {
  it.each([
    ['2026-11-19', 'UTC', '2026-11-19T00:00:00.000Z', '2026-11-19T23:59:59.999Z'],
    ['2026-07-01', 'Europe/London', '2026-06-30T23:00:00.000Z', '2026-07-01T22:59:59.999Z'],
    ['2026-11-19', 'Asia/Kolkata', '2026-11-18T18:30:00.000Z', '2026-11-19T18:29:59.999Z'],
    ['2026-11-19', 'America/New_York', '2026-11-19T05:00:00.000Z', '2026-11-20T04:59:59.999Z'],
  ])('%s in %s', (day, timeZone, from, until) => {
    expect(boundsOfDay(day, timeZone)).toEqual({ from, until });
  });
  it('has 23 hours on the day the clocks go forward and 25 when they go back', () => {
    const hours = (day: string) => {
      const { from = '', until = '' } = boundsOfDay(day, 'Europe/London') ?? {};
      return (Date.parse(until) + 1 - Date.parse(from)) / 3_600_000;
    };
    expect(hours('2026-03-29')).toBe(23);
    expect(hours('2026-10-25')).toBe(25);
  });
  it.each(['', 'yesterday', '2026-02-30', '2026-13-01', '26-1-1'])('knows no day %j', (text) => {
    expect(boundsOfDay(text, 'UTC')).toBeUndefined();
  });
});
