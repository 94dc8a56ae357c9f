import { describe, expect, it } from 'vitest';
import { formatChange, formatRate, formatRateChange, groupDays, nameOfRow, rateOf } from './numbers-words.ts';

const row = { name: null, asked: [], count: 1, before: 0 };

describe('words for numbers', () => {
  it('leaves second tries out of the rate', () => {
    expect(formatRate(rateOf({ approved: 9, declined: 1, secondTry: 90 }))).toBe('90.0%');
    expect(formatRate(rateOf({ approved: 0, declined: 0, secondTry: 3 }))).toBe('–');
  });
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
    [{ ...row, filter: 'type' as const, value: 'CASH_WITHDRAWAL' }, 'Cash withdrawal'],
    [{ ...row, filter: 'family' as const, value: 'pin' }, 'PIN'],
    [{ ...row, filter: 'mcc' as const, value: '5411', name: 'Grocery' }, '5411 · Grocery'],
    [{ ...row, filter: 'mcc' as const, value: '5411', name: '5411 R Grocery' }, '5411 R Grocery'],
    [{ ...row, filter: 'mcc' as const, value: '' }, 'No MCC'],
    [{ ...row, filter: 'country' as const, value: '' }, 'Not told'],
    [{ ...row, filter: 'country' as const, value: 'Atlantis' }, 'Atlantis'],
  ])('names %j %s', (one, name) => expect(nameOfRow(one)).toBe(name));
});
