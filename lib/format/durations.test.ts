import { expect, test } from 'vitest';
import { formatDuration } from './durations.ts';

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
