import { expect, it } from 'vitest';
import { declinesIn, formatRate, rateOf } from './approval-rate.ts';

it('leaves second tries out of the rate, and counts them among the declines', () => {
  const answered = { approved: 9, declined: 1, secondTry: 90 };
  expect(formatRate(rateOf(answered))).toBe('90.0%');
  expect(declinesIn(answered)).toBe(91);
  expect(formatRate(rateOf({ approved: 0, declined: 0, secondTry: 3 }))).toBe('–');
});
