import 'server-only';
import { asc, desc, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { TransactionsSort } from '../../../../contracts/transactions.ts';
import { cardTransactions } from '../../../db/schema/transactions.ts';
import { noValueBand, valueBands } from '../../../db/schema/value-bands.ts';
import { AppError } from '../../../http/app-error.ts';
import { parseJson } from '../../../../format/json.ts';

const { createdAt, profileId, reportingAmount, transactionId } = cardTransactions;
/** What was billed, in the reporting currency: what has no value comes last upwards and downwards, as the indexes have it. */
export const valueUp = sql`(coalesce(${reportingAmount}, 'Infinity'::numeric))`;
export const valueDown = sql`(coalesce(${reportingAmount}, '-Infinity'::numeric))`;
/** Cursors carry the whole moment: a Date would lose its microseconds. */
const micros = sql<string>`(extract(epoch from ${createdAt}) * 1000000)::bigint::text`;

const bandsUp = [...valueBands, noValueBand];
const bandsDown = [...valueBands.toReversed(), noValueBand];

const sortColumns = {
  created: () => ({ key: sql`${createdAt}`, value: micros, bands: undefined }),
  id: () => ({ key: sql`${transactionId}`, value: sql<string>`${transactionId}::text`, bands: undefined }),
  billing: (isDescending) => {
    const key = isDescending ? valueDown : valueUp;
    return { key, value: sql<string>`${key}::text`, bands: isDescending ? bandsDown : bandsUp };
  },
} satisfies Record<string, (isDescending: boolean) => Pick<ListOrder, 'key' | 'value' | 'bands'>>;
const sortField = z.enum(['created', 'id', 'billing']);

const int64 = z
  .string()
  .regex(/^\d{1,19}$/)
  .refine((digits) => BigInt(digits) < 2n ** 63n);
const cursorSchema = z.tuple([
  z.string(),
  z.string().regex(/^-?(\d{1,40}(\.\d{1,40})?|Infinity)$/),
  int64,
  z.string().regex(/^\d{1,19}$/),
]);

export interface ListOrder {
  /** What rows are sorted by first. */
  key: SQL;
  /** What the cursor is made of, to be selected with each row. */
  value: SQL<string>;
  /** The bands of value in this order, where it is one by value. */
  bands: readonly string[] | undefined;
  /** @param key as the statement names it */
  by: (key: SQL) => SQL[];
  after: SQL | undefined;
}

/** @throws AppError validation_failed for what is no cursor of a list in this order */
export function orderOf(sort: TransactionsSort, cursor: string | undefined): ListOrder {
  const field = sortField.parse(sort.replace('-', ''));
  const isDescending = sort.startsWith('-');
  const sorted = sortColumns[field](isDescending);
  const turn = isDescending ? desc : asc;
  return {
    ...sorted,
    by: (named) => [turn(named), ...(field === 'id' ? [] : [turn(transactionId)]), turn(profileId)],
    after: cursor === undefined ? undefined : afterCursor(cursor, sort, isDescending),
  };
}

export const writeCursor = (
  sort: TransactionsSort,
  last: { value: string; transactionId: string; profileId: string },
): string =>
  Buffer.from(JSON.stringify([sort, last.value, last.transactionId, last.profileId])).toString('base64url');

function afterCursor(cursor: string, sort: TransactionsSort, isDescending: boolean): SQL {
  const parsed = cursorSchema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success || parsed.data[0] !== sort) throw notOurs();
  const [, value, id, profile] = parsed.data;
  const comes = sql.raw(isDescending ? '<' : '>');
  switch (sortField.parse(sort.replace('-', ''))) {
    case 'created': {
      const at = momentOf(value);
      // Said twice: rows are compared along the index, the moment alone leaves whole months out.
      return sql`(${createdAt}, ${transactionId}, ${profileId}) ${comes} (${at}::timestamptz, ${id}::bigint, ${profile}::text) and ${createdAt} ${comes}= ${at}::timestamptz`;
    }
    case 'id':
      return sql`(${transactionId}, ${profileId}) ${comes} (${id}::bigint, ${profile}::text)`;
    case 'billing':
      return sql`(${isDescending ? valueDown : valueUp}, ${transactionId}, ${profileId}) ${comes} (${value}::numeric, ${id}::bigint, ${profile}::text)`;
  }
}

/** Microseconds since 1970, as PostgreSQL reads a moment. */
function momentOf(text: string): string {
  const digits = /^\d{1,17}$/.test(text) ? BigInt(text) : undefined;
  const date = digits === undefined ? undefined : new Date(Number(digits / 1000n));
  if (digits === undefined || date === undefined || Number.isNaN(date.getTime())) throw notOurs();
  return `${date.toISOString().slice(0, -1)}${String(digits % 1000n).padStart(3, '0')}Z`;
}

const notOurs = () =>
  new AppError('validation_failed', {
    fields: [{ path: 'query.cursor', message: 'This cursor does not belong to this list.' }],
  });
