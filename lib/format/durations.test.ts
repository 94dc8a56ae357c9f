import { expect, test } from 'vitest';
import { formatDistance, formatDuration } from './durations.ts';

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
