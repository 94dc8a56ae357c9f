import { expect, it } from 'vitest';
import { readAhead } from './read-ahead.ts';

const pages = new Map([
  [undefined, { items: [1, 2], nextCursor: 'b' }],
  ['b', { items: [3], nextCursor: 'c' }],
  ['c', { items: [4], nextCursor: null }],
]);
const pageOf = (cursor: string | undefined) => {
  const page = pages.get(cursor);
  if (!page) throw new Error(`there is no page ${cursor}`);
  return page;
};

it('reads every page once and in order, each while the one before is used', async () => {
  const asked: (string | undefined)[] = [];
  const used: [number[], number][] = [];
  for await (const items of readAhead(async (cursor) => {
    asked.push(cursor);
    return pageOf(cursor);
  }))
    used.push([items, asked.length]);
  expect(asked).toEqual([undefined, 'b', 'c']);
  expect(used).toEqual([
    [[1, 2], 2],
    [[3], 3],
    [[4], 3],
  ]);
});

it('gives what was read before a page that fails, then the failure', async () => {
  const used: number[][] = [];
  const reading = (async () => {
    for await (const items of readAhead(async (cursor) => {
      if (cursor === 'c') throw new Error('the store is away');
      return pageOf(cursor);
    }))
      used.push(items);
  })();
  await expect(reading).rejects.toThrow('the store is away');
  expect(used).toEqual([[1, 2], [3]]);
});

it('reads no further than one page ahead of who stops', async () => {
  const asked: (string | undefined)[] = [];
  for await (const _ of readAhead(async (cursor) => {
    asked.push(cursor);
    return pageOf(cursor);
  }))
    break;
  expect(asked).toEqual([undefined, 'b']);
});
