import 'server-only';
import { and, asc, desc, eq, gt, lt, or, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { AppError } from '../http/app-error.ts';

const cursorSchema = z.tuple([z.string(), z.string()]);

/** A list's order: by a text value, and by the row's own key where values are equal. */
export interface Keyset {
  value: SQL<string>;
  key: PgColumn;
  isDescending: boolean;
}

export const inOrder = ({ value, key, isDescending }: Keyset): [SQL, SQL] =>
  isDescending ? [desc(value), desc(key)] : [asc(value), asc(key)];

/** What comes after the place the cursor names. @throws AppError validation_failed for what is no cursor */
export function afterCursor(
  cursor: string | undefined,
  { value, key, isDescending }: Keyset,
): SQL | undefined {
  if (!cursor) return undefined;
  const [lastValue, lastKey] = readCursor(cursor);
  const comesAfter = isDescending ? lt : gt;
  return or(comesAfter(value, lastValue), and(eq(value, lastValue), comesAfter(key, lastKey)));
}

export const writeCursor = (value: string, key: string): string =>
  Buffer.from(JSON.stringify([value, key])).toString('base64url');

function readCursor(cursor: string): [string, string] {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (cause) {
    throw new AppError('validation_failed', {
      cause,
      fields: [{ path: 'query.cursor', message: 'Not a cursor of this list.' }],
    });
  }
}
