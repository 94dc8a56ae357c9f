import { describe, expect, it } from 'vitest';
import { count, int64 } from './int64.ts';

describe('int64', () => {
  it('gives the digits of a bigint, a safe number and digits', () => {
    const beyondDouble = '-9007199254740993';
    expect(int64.parse(BigInt(beyondDouble))).toBe(beyondDouble);
    expect(int64.parse(beyondDouble)).toBe(beyondDouble);
    expect(int64.parse(30000001)).toBe('30000001');
  });

  it.each([2 ** 53, 1.5, '12a', '', null])('refuses %s', (value) => {
    expect(int64.safeParse(value).success).toBe(false);
  });
});

describe('count', () => {
  it('is a number however it was parsed, and never negative', () => {
    expect([count.parse(240n), count.parse(240)]).toEqual([240, 240]);
    expect([count.safeParse(-1).success, count.safeParse(-1n).success]).toEqual([false, false]);
  });
});
