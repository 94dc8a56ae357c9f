import { expect, it } from 'vitest';
import { whyNoHandOver } from './hand-overs.ts';

it.each([
  ['INACTIVE', 'PRODUCED', undefined],
  ['ACTIVE', 'PRODUCED', undefined],
  ['FROZEN', 'PRODUCED', 'not-usable'],
  ['BLOCKED', 'PRODUCED', 'not-usable'],
  ['PARTNER_SUSPENDED', 'PRODUCED', 'not-usable'],
  ['INACTIVE', 'READY', 'not-printed'],
  ['INACTIVE', 'IN_PROGRESS', 'not-printed'],
  ['INACTIVE', 'PRODUCTION_ERROR', 'not-printed'],
  ['INACTIVE', 'SOMETHING_NEW', 'not-printed'],
  ['INACTIVE', undefined, 'not-printed'],
])('a card that is %s, its production %s: %s', (status, production, why) => {
  expect(whyNoHandOver(status, production)).toBe(why);
});
