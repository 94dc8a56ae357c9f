import { expect, it } from 'vitest';
import { deadlineOf } from './deadline.ts';

const now = new Date('2026-11-22T09:00:00Z');
it.each([
  ['2026-12-06T09:00:00Z', 'in 14 days', false],
  ['2026-12-06T08:59:59Z', 'in 13 days', false],
  ['2026-11-25T09:00:01Z', 'in 3 days', false],
  ['2026-11-25T09:00:00Z', 'in 3 days', true],
  ['2026-11-23T10:00:00Z', 'in 1 day', true],
  ['2026-11-22T14:30:00Z', 'in 5 hours', true],
  ['2026-11-22T10:00:00Z', 'in 1 hour', true],
  ['2026-11-22T09:59:00Z', 'within the hour', true],
])('%s is %s', (at, words, isClose) => {
  expect(deadlineOf(at, now)).toEqual({ words, isClose, isPast: false });
});

it('what is over is over', () => {
  expect(deadlineOf('2026-11-22T09:00:00Z', now)).toMatchObject({ isPast: true, isClose: true });
});
