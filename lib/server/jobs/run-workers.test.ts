import { expect, test } from 'vitest';
import { runWorkers } from './run-workers.ts';

test('one that fails ends the others, is waited for with them, and says why', async () => {
  const left = [1, 2, 3, 4, 5, 6];
  const inHand = new Set<number>();
  const work = async (isCutOff: () => boolean) => {
    for (let item = left.shift(); item !== undefined && !isCutOff(); item = left.shift()) {
      inHand.add(item);
      await Promise.resolve();
      if (item === 2) {
        inHand.delete(item);
        throw new Error('the second');
      }
      await new Promise((resolve) => setImmediate(resolve));
      inHand.delete(item);
    }
  };
  await expect(runWorkers(3, work)).rejects.toThrow('the second');
  expect(inHand.size).toBe(0);
  expect(left.length).toBeGreaterThan(0);
});

test('all that there is gets done', async () => {
  const left = Array.from({ length: 10 }, (_, at) => at);
  const done: number[] = [];
  await runWorkers(4, async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      await Promise.resolve();
      done.push(item);
    }
  });
  expect(done.sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});
