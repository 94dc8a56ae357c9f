import { expect, it } from 'vitest';
import { wordsOfDue } from './case-words';

const now = new Date('2026-11-20T12:00:00Z');
it.each([
  ['2026-11-20T12:20:00Z', null, 'due in 20 min'],
  ['2026-11-20T15:00:00Z', null, 'due in 3 h'],
  ['2026-11-24T12:00:00Z', null, 'due in 4 d'],
  ['2026-11-20T10:00:00Z', null, '2 h late'],
  ['2026-11-20T10:00:00Z', '2026-11-20T11:00:00Z', 'closed'],
])('what is due at %s and closed at %s is %s', (dueAt, closedAt, words) => {
  expect(wordsOfDue({ dueAt, closedAt }, now)).toBe(words);
});
