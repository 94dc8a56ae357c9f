import { describe, expect, it } from 'vitest';
import { localDay, localMonth } from './local-days.ts';

const iso = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => [
  new Date(fromMs).toISOString(),
  new Date(toMs).toISOString(),
];
const at = (text: string) => Date.parse(text);

describe('a day of a zone', () => {
  it.each([
    ['2026-07-31T22:30:00Z', 'Europe/London', '2026-07-30T23:00:00.000Z', '2026-07-31T23:00:00.000Z'],
    ['2026-07-31T23:00:00Z', 'Europe/London', '2026-07-31T23:00:00.000Z', '2026-08-01T23:00:00.000Z'],
    // The clocks go forward and back on these.
    ['2026-03-29T12:00:00Z', 'Europe/London', '2026-03-29T00:00:00.000Z', '2026-03-29T23:00:00.000Z'],
    ['2026-10-25T12:00:00Z', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['2026-12-31T20:00:00Z', 'Australia/Melbourne', '2026-12-31T13:00:00.000Z', '2027-01-01T13:00:00.000Z'],
    ['2026-01-01T03:00:00Z', 'America/Chicago', '2025-12-31T06:00:00.000Z', '2026-01-01T06:00:00.000Z'],
  ])('%s in %s', (moment, zone, from, to) => {
    expect(iso(localDay(at(moment), zone))).toEqual([from, to]);
  });
});

describe('a month of a zone', () => {
  it.each([
    ['2026-12-15T00:00:00Z', 'Europe/London', '2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['2026-03-31T22:30:00Z', 'Europe/Paris', '2026-03-31T22:00:00.000Z', '2026-04-30T22:00:00.000Z'],
    ['2026-03-31T21:59:00Z', 'Europe/Paris', '2026-02-28T23:00:00.000Z', '2026-03-31T22:00:00.000Z'],
  ])('%s in %s', (moment, zone, from, to) => {
    expect(iso(localMonth(at(moment), zone))).toEqual([from, to]);
  });
});
