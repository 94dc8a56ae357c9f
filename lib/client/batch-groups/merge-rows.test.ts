import { expect, it } from 'vitest';
import type { BatchRow } from '../../contracts/batch-rows.ts';
import { mergeRows, replaceRows } from './merge-rows.ts';
import { testRow } from './test-row.ts';

const row = (rowNumber: number, changedAt: string, state: BatchRow['state'] = 'waiting'): BatchRow => ({
  ...testRow,
  rowNumber,
  state,
  changedAt,
});
const known = [row(1, 'a'), row(2, 'a'), row(4, 'a')];

it('what changed takes its place, the rest are the very same objects', () => {
  const merged = mergeRows(known, [row(3, 'b'), row(2, 'b', 'in-group'), row(1, 'a')]);
  expect(merged.map(({ rowNumber, state }) => [rowNumber, state])).toEqual([
    [1, 'waiting'],
    [2, 'in-group'],
    [3, 'waiting'],
    [4, 'waiting'],
  ]);
  expect(merged[0]).toBe(known[0]);
  expect(merged[3]).toBe(known[2]);
});

it('where nothing changed the list is the same one', () => {
  expect(mergeRows(known, [row(1, 'a'), row(4, 'a')])).toBe(known);
});

it('a row that was given back counts as changed though its time is the same', () => {
  expect(mergeRows(known, [row(1, 'a', 'sending')])[0]?.state).toBe('sending');
});

it('after a reading of everything only what was read is there', () => {
  const all = replaceRows(known, [row(1, 'a'), row(2, 'b')]);
  expect(all).toHaveLength(2);
  expect(all[0]).toBe(known[0]);
  expect(all[1]).not.toBe(known[1]);
});
