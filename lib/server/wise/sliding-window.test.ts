import { expect, test } from 'vitest';
import { SlidingWindow } from './sliding-window.ts';

test('lets as many through in any span as its limit', () => {
  const window = new SlidingWindow(3, 1000);
  const passed: number[] = [];
  for (let now = 0; now < 3000; now += 100) {
    if (window.waitMs(now, 3) > 0) continue;
    window.add(now);
    passed.push(now);
  }
  expect(passed).toEqual([0, 100, 200, 1000, 1100, 1200, 2000, 2100, 2200]);
});

test('says how long until one fits, under a lower limit too', () => {
  const window = new SlidingWindow(4, 1000);
  for (const now of [0, 100, 200]) window.add(now);
  expect([4, 3, 2, 1].map((limit) => window.waitMs(300, limit))).toEqual([0, 700, 800, 900]);
});

test('a clock set back does not stop it', () => {
  const window = new SlidingWindow(1, 1000);
  window.add(1_000_000);
  expect(window.waitMs(1_000, 1)).toBe(0);
});
