import { describe, expect, it } from 'vitest';
import { periodsOf, splitAtDays, toldOf } from './periods.ts';

const iso = (at: Date) => at.toISOString().slice(0, 16);

describe('a period and the one before it', () => {
  it.each([
    ['UTC', '2026-11-18T00:00', '2026-11-20T00:00', '2026-11-22T00:00'],
    ['Asia/Kathmandu', '2026-11-17T18:15', '2026-11-19T18:15', '2026-11-21T18:15'],
    ['America/St_Johns', '2026-11-18T03:30', '2026-11-20T03:30', '2026-11-22T03:30'],
  ])('begin and end by the clocks of %s', (timeZone, beforeFrom, from, to) => {
    const periods = periodsOf({ from: '2026-11-20', until: '2026-11-21', timeZone });
    expect([periods.beforeFrom, periods.from, periods.to].map(iso)).toEqual([beforeFrom, from, to]);
    expect(periods.days).toEqual(['2026-11-20', '2026-11-21']);
  });

  it('are as many days where the clocks changed between them, however many hours', () => {
    const { beforeFrom, from, to } = periodsOf({
      from: '2026-10-25',
      until: '2026-10-25',
      timeZone: 'Europe/London',
    });
    expect([beforeFrom, from, to].map(iso)).toEqual([
      '2026-10-23T23:00',
      '2026-10-24T23:00',
      '2026-10-26T00:00',
    ]);
  });

  it.each([
    ['2026-11-02', '2026-11-01', 'UTC'],
    ['2024-01-01', '2026-11-01', 'UTC'],
    ['1850-01-01', '1850-01-02', 'Europe/Amsterdam'],
  ])('are refused from %s to %s in %s', (from, until, timeZone) => {
    expect(() => periodsOf({ from, until, timeZone })).toThrow(
      expect.objectContaining({ code: 'validation_failed' }),
    );
  });

  it.each(['UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Auckland'])(
    'are cut at UTC’s midnights without a gap or an overlap, %s',
    (timeZone) => {
      for (const until of ['2026-11-20', '2026-11-21', '2026-11-27']) {
        const periods = periodsOf({ from: '2026-11-20', until, timeZone });
        const { ends, whole } = splitAtDays(periods);
        const spans = [...whole, ...ends].sort((one, other) => one.from.getTime() - other.from.getTime());
        expect(spans[0]?.from).toEqual(periods.beforeFrom);
        expect(spans.at(-1)?.to).toEqual(periods.to);
        for (const [place, { from, isNow }] of spans.entries()) {
          if (place > 0) expect(from).toEqual(spans[place - 1]?.to);
          expect(isNow).toBe(from >= periods.from);
        }
        for (const { from, to } of whole)
          expect([from, to].map((at) => at.getTime() % 86_400_000)).toEqual([0, 0]);
      }
    },
  );

  it.each([
    [undefined, '2026-11-18T00:00', '2026-11-20T00:00', '2026-11-22T00:00'],
    ['2026-11-01', '2026-11-18T00:00', '2026-11-20T00:00', '2026-11-22T00:00'],
    ['2026-11-19', '2026-11-19T00:00', '2026-11-20T00:00', '2026-11-22T00:00'],
    ['2026-11-21', '2026-11-21T00:00', '2026-11-21T00:00', '2026-11-22T00:00'],
    ['2026-11-30', '2026-11-30T00:00', '2026-11-30T00:00', '2026-11-30T00:00'],
  ])('are told from %s on', (since, ...bounds) => {
    const periods = periodsOf({ from: '2026-11-20', until: '2026-11-21', timeZone: 'UTC' });
    const told = toldOf(periods, since === undefined ? undefined : new Date(since));
    expect([told.beforeFrom, told.from, told.to].map(iso)).toEqual(bounds);
    expect(told.days).toEqual(periods.days);
  });
});
