import { expect, it } from 'vitest';
import { isTimeZone } from './time-zones.ts';

it.each([
  ['Europe/London', true],
  ['UTC', true],
  ['europe/london', false],
  ['+01:00', false],
  ['Moon/Tycho', false],
  ['', false],
])('%s is a time zone: %s', (name, is) => expect(isTimeZone(name)).toBe(is));
