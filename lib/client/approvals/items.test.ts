import { describe, expect, it } from 'vitest';
import { neighbourOf, nextToAccept, withItem } from './items.ts';

const items = (accepted: string) => ({
  items: ['a', 'b', 'c'].map((key) => ({
    key,
    kind: 'new-payee',
    lines: [],
    isAccepted: accepted.includes(key),
  })),
});

describe('items that are accepted one by one', () => {
  it('one is accepted, or taken back, and no other', () => {
    expect(withItem(items('a'), 'c', true)).toEqual(items('ac'));
    expect(withItem(items('ac'), 'a', false)).toEqual(items('c'));
    expect(withItem(items('a'), 'lost', true)).toEqual(items('a'));
  });

  it.each([
    ['', 'a', 'b'],
    ['b', 'a', 'c'],
    ['c', 'c', 'a'],
    ['bc', 'a', undefined],
    ['', undefined, 'a'],
    ['a', undefined, 'b'],
    ['abc', 'b', undefined],
  ])('with %j accepted it goes on from %s to %s', (accepted, from, next) => {
    expect(nextToAccept(items(accepted), from)).toBe(next);
  });

  it('J and K stop at the ends', () => {
    expect(neighbourOf(items(''), 'a', 1)).toBe('b');
    expect(neighbourOf(items(''), 'a', -1)).toBe('a');
    expect(neighbourOf(items(''), 'c', 1)).toBe('c');
    expect(neighbourOf(items(''), undefined, 1)).toBe('a');
  });
});
