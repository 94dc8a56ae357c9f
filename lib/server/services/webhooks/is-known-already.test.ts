import { expect, it } from 'vitest';
import { isKnownAlready } from './is-known-already.ts';

const known = { status: 'FROZEN', modificationTime: '2026-11-22T09:00:10.500000000Z' };
const told = (status: string, time: string) => ({ status, occurredAt: new Date(`2026-11-22T${time}Z`) });

it.each([
  ['the same status at that moment', 'FROZEN', '09:00:10.500', true],
  ['the same, a little later by Wise’s other clock', 'FROZEN', '09:00:12.500', true],
  ['the same again, after it may have been another', 'FROZEN', '09:00:12.501', false],
  ['an earlier status', 'ACTIVE', '09:00:08.499', true],
  ['another status so near that either may be the later one', 'ACTIVE', '09:00:08.500', false],
  ['a later status', 'ACTIVE', '09:05:00', false],
])('%s', (_, status, time, expected) => {
  expect(isKnownAlready(known, told(status, time))).toBe(expected);
});

it('of what is not in the index nothing is known', () => {
  expect(isKnownAlready(undefined, told('FROZEN', '09:00:00'))).toBe(false);
});
