import { expect, test } from 'vitest';
import { printAgeOf } from './card-order-age.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString();
const waiting = { status: 'CARD_DETAILS_CREATED', deliveryOption: 'KIOSK_COLLECTION' };

test.each([
  [0, null],
  [44.99, null],
  [45, 'day-45'],
  [59.99, 'day-45'],
  [60, 'day-60'],
  [400, 'day-60'],
])('a card made %d days ago is %s', (days, age) => {
  expect(printAgeOf({ ...waiting, cardCreationTime: daysAgo(days) }, now)).toBe(age);
});

test('a card that is posted, printed, or not made yet has no last day', () => {
  const cardCreationTime = daysAgo(70);
  expect(printAgeOf({ ...waiting, cardCreationTime: null }, now)).toBeNull();
  for (const other of [
    { ...waiting, deliveryOption: 'POSTAL_SERVICE_STANDARD' },
    { ...waiting, deliveryOption: null },
    { ...waiting, status: 'PRODUCED' },
    { ...waiting, status: 'CANCELLED' },
  ])
    expect(printAgeOf({ ...other, cardCreationTime }, now)).toBeNull();
});
