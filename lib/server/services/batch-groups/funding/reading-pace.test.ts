import { expect, it } from 'vitest';
import { isOften, isToBeRead } from './reading-pace.ts';

const now = new Date('2026-11-22T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

it('a funding that nobody read yet is read', () => {
  expect(isToBeRead({ startedAt: ago(0), readAt: null }, now)).toBe(true);
});

it.each([
  ['a young one', 40, 2],
  ['after a quarter of an hour, every 45 seconds', 900, 45],
  ['after days, every five minutes', 3 * 86_400, 300],
])('%s', (_, age, pause) => {
  const read = (seconds: number) => isToBeRead({ startedAt: ago(age), readAt: ago(seconds) }, now);
  expect(read(pause)).toBe(true);
  expect(read(pause - 1)).toBe(false);
});

it('for ten minutes seconds count', () => {
  expect([599, 601].map((age) => isOften({ startedAt: ago(age) }, now))).toEqual([true, false]);
});
