import 'server-only';
import { z } from 'zod';
import { AppError } from '../../http/app-error.ts';
import { parseJson } from '../../../format/json.ts';

/** Where a page ended. The time lets the next page look an hour ahead, for payments that went through later. */
export interface Place {
  lastId: string;
  creationTime: string;
}
const schema = z.tuple([z.string(), z.string().regex(/^\d{1,19}$/), z.iso.datetime({ offset: true })]);

export const writeCursor = (cardToken: string, { lastId, creationTime }: Place): string =>
  Buffer.from(JSON.stringify([cardToken, lastId, creationTime])).toString('base64url');

/** @throws AppError validation_failed for a cursor that is none, or is another card's */
export function readCursor(cardToken: string, cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const parsed = schema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success || parsed.data[0] !== cardToken)
    throw new AppError('validation_failed', {
      fields: [{ path: 'query.cursor', message: 'This cursor does not belong to this list.' }],
    });
  const [, lastId, creationTime] = parsed.data;
  return { lastId, creationTime };
}
