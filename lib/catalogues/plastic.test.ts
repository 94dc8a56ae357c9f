import { expect, it } from 'vitest';
import { faultOfMovement, type PlasticKind } from './plastic.ts';

it.each<[PlasticKind, number, string, boolean, string | undefined]>([
  ['blanks-in', 50, '', true, undefined],
  ['blanks-in', 50, '', false, 'witnessId'],
  ['blanks-in', -5, 'typed 55', true, undefined],
  ['blanks-in', -5, '', true, 'note'],
  ['blanks-in', 0, '', true, 'quantity'],
  ['spoiled', 1, '', false, undefined],
  ['spoiled', 1.5, '', false, 'quantity'],
  ['destroyed', 3, '', false, 'witnessId'],
  ['destroyed', 3, '', true, undefined],
  ['correction', -1, 'fell behind the printer', false, undefined],
  ['correction', 1, '', false, 'note'],
  ['counted-at-open', 0, '', true, undefined],
  ['counted-at-open', -1, 'no', true, 'quantity'],
  ['counted-at-close', 40, '', false, 'witnessId'],
  ['counted-at-close', 1_000_000, '', true, 'quantity'],
])('%s %d, note “%s”, witness %s: %s', (kind, quantity, note, hasWitness, field) => {
  expect(faultOfMovement({ kind, quantity, note, hasWitness })?.field).toBe(field);
});
