import { describe, expect, it } from 'vitest';
import {
  footOfRates,
  formatChange,
  formatRateChange,
  groupDays,
  nameOfRow,
  sayKeptFrom,
  spanDays,
} from './numbers-words.ts';

const row = { name: null, asked: [], count: 1, before: 0 };

describe('words for numbers', () => {
  it.each([
    [1200, 0, '+1,200'],
    [3, 6, '−3'],
    [6, 6, 'as before'],
  ])('%i after %i is %s', (now, before, words) => expect(formatChange(now, before)).toBe(words));
  it.each([
    [0.95, 0.9, '+5.0 points'],
    [0.9, 0.9501, '−5.0 points'],
    [0.90001, 0.9, 'as before'],
    [null, 0.9, 'nothing to compare'],
  ])('a rate of %s after %s is %s', (now, before, words) =>
    expect(formatRateChange(now, before)).toBe(words),
  );
  it('says since when payments are kept, by the reader’s clocks', () => {
    const numbers = { keptFrom: '2026-08-24T20:00:00.000Z' };
    expect(sayKeptFrom(numbers, 'Asia/Kathmandu')).toContain('before 25 Aug 2026');
    expect(sayKeptFrom({ keptFrom: null }, 'UTC')).toBe('Nothing is kept of these days.');
  });
  it('names the first and the last day of each span, and adds up what lies between', () => {
    const days = Array.from({ length: 31 }, (_, place) => ({
      day: `2026-10-${String(place + 1).padStart(2, '0')}`,
      approved: place,
      declined: 1,
      secondTry: 0,
    }));
    const spans = spanDays(days);
    expect(spans[0]).toEqual({
      day: '2026-10-01',
      until: '2026-10-01',
      approved: 0,
      declined: 1,
      secondTry: 0,
    });
    expect(spans.at(-1)).toEqual({
      day: '2026-10-30',
      until: '2026-10-31',
      approved: 59,
      declined: 2,
      secondTry: 0,
    });
  });
  it.each([
    [[0.946, null, 0.999], 0.9],
    [[0.8, 1], 0.8],
    [[1, 1], 0.9],
    [[0.02], 0],
    [[null], 0.9],
  ])('a chart of %j begins at %d', (rates, foot) => expect(footOfRates(rates)).toBe(foot));
  it.each([
    [30, 30, [1, 1]],
    [90, 30, [3, 3]],
    [92, 30, [4, 4]],
    [7, 30, [1, 1]],
    [31, 30, [1, 2]],
  ])('%i days in at most %i bars lose none', (days, most, [first = 0, last = 0]) => {
    const all = Array.from({ length: days }, (_, place) => place);
    const groups = groupDays(all, most);
    expect(groups.length).toBeLessThanOrEqual(most);
    expect(groups.flat()).toEqual(all);
    expect([groups[0]?.length, groups.at(-1)?.length]).toEqual([first, last]);
  });
  it.each([
    [
      { ...row, filter: 'type' as const, value: 'CASH_WITHDRAWAL', name: 'Cash withdrawal' },
      'Cash withdrawal',
    ],
    [{ ...row, filter: 'mcc' as const, value: '5411', name: 'Grocery' }, '5411 · Grocery'],
    [{ ...row, filter: 'mcc' as const, value: '5411', name: '5411 R Grocery' }, '5411 R Grocery'],
    [{ ...row, filter: 'mcc' as const, value: '' }, 'No MCC'],
    [{ ...row, filter: 'country' as const, value: '' }, 'Not told'],
    [{ ...row, filter: 'country' as const, value: 'Atlantis' }, 'Atlantis'],
  ])('names %j %s', (one, name) => expect(nameOfRow(one)).toBe(name));
});
