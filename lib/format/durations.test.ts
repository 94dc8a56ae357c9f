import { expect, test } from 'vitest';
import { formatDistance, formatDuration, wordsOfDays } from './durations.ts';

test('a duration is told in the two largest parts that it has', () => {
  expect([0, 48_000, 60_000, 112_000, 7_500_000, -5].map(formatDuration)).toEqual([
    '0 s',
    '48 s',
    '1 min',
    '1 min 52 s',
    '2 h 5 min',
    '0 s',
  ]);
});

test('how far apart two moments are is told in one unit', () => {
  expect([300, 2_000, -90_000, 10_800_000, 47 * 3_600_000, 12 * 86_400_000].map(formatDistance)).toEqual([
    'under 1 s',
    '2 s',
    '2 min',
    '3 h',
    '47 h',
    '12 d',
  ]);
});

test.each([
  [1, '1 day'],
  [180, '180 days'],
  [364, '364 days'],
  [365, '1 year'],
  [366, '1 year'],
  [400, '400 days'],
  [730, '2 years'],
  [1826, '5 years'],
  [3653, '10 years'],
  [7305, '20 years'],
])('%i days are %s', (days, words) => {
  expect(wordsOfDays(days)).toBe(words);
});
