import 'server-only';
import { and, asc, desc, eq, gt, lt, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { AppError } from '../http/app-error.ts';

const cursorSchema = z.tuple([z.string(), z.string()]);
const microseconds = z.iso.datetime({ precision: 6 });

/** A list's order: by a value, and by the row's own key where values are equal. */
export interface Keyset {
  value: SQL;
  key: PgColumn;
  isDescending: boolean;
  /** From what a cursor holds to the value; without it the value is text, held as it is. @throws for what is no value */
  read?: (held: string) => SQL;
}

/** Order by a moment itself. `held`: what cursors keep of it, exact to what the store knows. */
export const byMoment = (column: PgColumn) => ({
  value: sql`${column}`,
  held: sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  read: (held: string) => sql`${microseconds.parse(held)}::timestamptz`,
});

export const inOrder = ({ value, key, isDescending }: Keyset): [SQL, SQL] =>
  isDescending ? [desc(value), desc(key)] : [asc(value), asc(key)];

/** What comes after the place the cursor names. @throws AppError validation_failed for what is no cursor */
export function afterCursor(cursor: string | undefined, order: Keyset): SQL | undefined {
  if (!cursor) return undefined;
  const { value, key, isDescending } = order;
  const { lastValue, lastKey } = readCursor(cursor, order);
  const comesAfter = isDescending ? lt : gt;
  return or(comesAfter(value, lastValue), and(eq(value, lastValue), comesAfter(key, lastKey)));
}

export const writeCursor = (held: string, key: string): string =>
  Buffer.from(JSON.stringify([held, key])).toString('base64url');

function readCursor(cursor: string, { key, read }: Keyset): { lastValue: SQL | string; lastKey: string } {
  try {
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    const [held, lastKey] = cursorSchema.parse(JSON.parse(text));
    // The store would refuse the whole question.
    if (key.getSQLType() === 'uuid') z.guid().parse(lastKey);
    return { lastValue: read ? read(held) : held, lastKey };
  } catch (cause) {
    throw new AppError('validation_failed', {
      cause,
      fields: [{ path: 'query.cursor', message: 'Not a cursor of this list.' }],
    });
  }
}
