import { expect, test } from 'vitest';
import { momentsOfReadings } from './switch-moments.ts';

const declinedAt = new Date('2026-11-20T12:00:00Z');
const at = (time: string) => `2026-11-20T${time}:00.000Z`;
const reading = (readAt: string, isOnline: boolean, confirmedAt = readAt) => ({
  readAt: at(readAt),
  confirmedAt: at(confirmedAt),
  permissions: [
    { type: 'ECOM', isEnabled: isOnline, isLocked: false },
    { type: 'POS_CHIP', isEnabled: true, isLocked: false },
  ],
});
const act = (time: string, isEnabled: boolean, outcome: 'failed' | 'succeeded' = 'succeeded') => ({
  at: at(time),
  actor: 'Leah Brandt',
  kind: 'spending-permissions' as const,
  outcome,
  changes: [{ type: 'ECOM', isEnabled }],
});
const change = (isEnabled: boolean, by: string | null) => ({
  type: 'ECOM',
  isEnabled,
  isLocked: false,
  isHere: by !== null,
  by,
});

test('the readings around the payment are told, and of the others those that found a change', () => {
  const readings = [
    reading('08:00', true),
    reading('09:00', false),
    reading('10:00', false),
    reading('12:01', false),
    reading('13:00', false),
    reading('14:00', true),
  ];
  expect(momentsOfReadings(readings, declinedAt, []).map((one) => [one.at, one.place])).toEqual([
    [at('09:00'), 'apart'],
    [at('10:00'), 'before'],
    [at('12:01'), 'after'],
    [at('14:00'), 'apart'],
  ]);
});

test.each([
  ['by somebody here', act('08:45', false), 'Leah Brandt'],
  ['before the last reading that was the same: elsewhere', act('08:15', false), null],
  ['after it was found', act('09:15', false), null],
  ['the other way', act('08:45', true), null],
  ['in vain', act('08:45', false, 'failed'), null],
])('who switched it: %s', (_, done, by) => {
  const readings = [reading('08:00', true, '08:30'), reading('09:00', false)];
  expect(momentsOfReadings(readings, declinedAt, [done]).at(-1)?.changed).toEqual([change(false, by)]);
});

test('without a reading nothing is told', () => {
  expect(momentsOfReadings([], declinedAt, [])).toEqual([]);
});
