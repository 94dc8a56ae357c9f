import { expect, it } from 'vitest';
import { toInstant } from './delivery-estimate.ts';

it.each([
  ['2018-01-10T12:15:00.000+0000', '2018-01-10T12:15:00.000Z'],
  ['2018-01-10T12:15:00.000+0130', '2018-01-10T10:45:00.000Z'],
  ['2018-01-10T12:15:00Z', '2018-01-10T12:15:00.000Z'],
  ['2018-01-10T12:15:00-05:00', '2018-01-10T17:15:00.000Z'],
  ['soon', null],
  ['', null],
])('an estimate of %o is %o', (told, instant) => {
  expect(toInstant(told)).toBe(instant);
});
