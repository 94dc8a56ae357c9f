import { expect, it } from 'vitest';
import { webhookSubject } from './webhook-events.ts';

it.each([
  [
    'a card',
    { resource: { type: 'card', profile_id: 7n, card_token: 'c' }, occurred_at: '2026-11-22T09:00:00Z' },
    { profileId: '7', subjectId: 'c', occurredAt: '2026-11-22T09:00:00Z' },
  ],
  [
    'an order, whose id has an L behind it',
    { resource: { profile_id: 7, card_token: 'c' }, order_id: '1001L', occurred_at: 'x' },
    { profileId: '7', subjectId: '1001', occurredAt: 'x' },
  ],
  [
    'a failed payout',
    { transfer_id: 5, profile_id: 7 },
    { profileId: '7', subjectId: '5', occurredAt: null },
  ],
  [
    'a direct debit in camel case',
    { resource: { id: 12345678901234567n, batchGroupId: 'g', profileId: 7 }, occurredAt: 't' },
    { profileId: '7', subjectId: '12345678901234567', occurredAt: 't' },
  ],
  [
    'what nobody knows',
    { resource: 'x', occurred_at: 5 },
    { profileId: null, subjectId: null, occurredAt: null },
  ],
])('%s names its profile, its subject and its moment', (_, data, expected) => {
  expect(webhookSubject.parse(data)).toEqual(expected);
});
