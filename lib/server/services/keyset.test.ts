import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { cards } from '../db/schema/cards.ts';
import { webhookDeliveries } from '../db/schema/wise.ts';
import { afterCursor, byMoment, writeCursor } from './keyset.ts';

const refused = expect.objectContaining({ code: 'validation_failed' });
const failureOf = (cursor: string, order: Parameters<typeof afterCursor>[1]) => {
  try {
    afterCursor(cursor, order);
    return undefined;
  } catch (error) {
    return error;
  }
};
const byText = { value: sql`holder`, key: cards.token, isDescending: false };
const byTime = { ...byMoment(webhookDeliveries.receivedAt), key: webhookDeliveries.id, isDescending: true };
const id = '6f1d2a34-5b0c-4e7a-9c11-0a5e4b7d9001';

it('takes the cursors that it writes', () => {
  expect(failureOf(writeCursor('amber', id), byText)).toBeUndefined();
  expect(failureOf(writeCursor('2026-11-22T19:30:00.123456Z', id), byTime)).toBeUndefined();
});

it.each(
  ['', ' ', 'x', 'e30', writeCursor('2026-11-22T19:30:00.123456Z', 'no id'), writeCursor('today', id)].slice(
    1,
  ),
)('refuses %j, which the store could not compare', (cursor) => {
  expect(failureOf(cursor, byTime)).toEqual(refused);
});
