import 'server-only';
import { and, count, eq, exists, gte, ilike, or, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { TransactionExport, TransactionExportsList } from '../../../../contracts/transaction-exports.ts';
import {
  exportFilter,
  type transactionExportsQuery,
} from '../../../../contracts/transaction-exports.schema.ts';
import type { Reader } from '../../../auth/operator.ts';
import type { Database } from '../../../db/database.ts';
import { cards } from '../../../db/schema/cards.ts';
import { people } from '../../../db/schema/staff.ts';
import {
  transactionExportChanges as changes,
  transactionExportPages as pages,
  transactionExports as exports,
} from '../../../db/schema/transaction-exports.ts';
import { AppError } from '../../../http/app-error.ts';
import type { Runtime } from '../../../runtime.ts';
import { readCutoff, readToldSince } from '../../retention/cutoffs.ts';
import { afterCursor, byMoment, inOrder, writeCursor } from '../../keyset.ts';
import { escapeLike } from '../../search-text.ts';
import { isOwn, isVisibleTo } from './visible.ts';

type Query = z.output<typeof transactionExportsQuery>;
const byExported = byMoment(exports.exportedAt);
/** Nothing is written as long: the console stopped meanwhile. */
const longestWriting = sql`interval '1 hour'`;

/** Of an export, those the reader is told of still. @param since from when on */
const isChangeTold = (since: Date | undefined) =>
  and(eq(changes.exportId, exports.id), since && gte(changes.createdAt, since));

/** What has passed its time goes with the next run, and is not told of until then. */
const isKept = async (db: Database): Promise<SQL> =>
  gte(exports.exportedAt, await readCutoff(db, 'transaction-exports'));

const selectExports = (db: Database, since: Date | undefined) =>
  db
    .select({
      row: exports,
      by: people.name,
      lastFourDigits: cards.lastFourDigits,
      exported: byExported.held,
      rows: sql<number>`(select coalesce(sum(cardinality(${pages.transactionIds})), 0)::int
        from ${pages} where ${pages.exportId} = ${exports.id})`,
      changedSince: db.$count(changes, isChangeTold(since)),
      mayBeWritten: sql<boolean>`${exports.exportedAt} > now() - ${longestWriting}`,
    })
    .from(exports)
    .innerJoin(people, eq(people.id, exports.personId))
    .leftJoin(cards, eq(cards.token, exports.cardToken));
type Selected = Awaited<ReturnType<typeof selectExports>>[number];

/** Those the reader may know of. @throws AppError validation_failed */
export async function listExports(
  { store: { db } }: Pick<Runtime, 'store'>,
  reader: Reader,
  { cursor, limit, sort, ...query }: Query,
): Promise<TransactionExportsList> {
  const order = { ...byExported, key: exports.id, isDescending: sort === '-exported' };
  const since = await readToldSince(db, reader, 'card-transactions');
  const isFound = and(isVisibleTo(reader), await isKept(db), isAskedFor(db, reader, since, query));
  const asOf = new Date().toISOString();
  const [rows, [counted]] = await Promise.all([
    selectExports(db, since)
      .where(and(isFound, afterCursor(cursor, order)))
      .orderBy(...inOrder(order))
      .limit(limit + 1),
    db
      .select({ total: count() })
      .from(exports)
      .innerJoin(people, eq(people.id, exports.personId))
      .where(isFound),
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map((one) => toExport(reader, one)),
    nextCursor: last ? writeCursor(last.exported, last.row.id) : null,
    total: counted?.total ?? 0,
    asOf,
  };
}

/** @throws AppError not_found, for another person's as for one that never was */
export async function readExport(
  { store: { db } }: Pick<Runtime, 'store'>,
  reader: Reader,
  exportId: string,
): Promise<TransactionExport> {
  const since = await readToldSince(db, reader, 'card-transactions');
  const [found] = await selectExports(db, since).where(
    and(eq(exports.id, exportId), isVisibleTo(reader), await isKept(db)),
  );
  if (!found) throw new AppError('not_found');
  return toExport(reader, found);
}

function isAskedFor(
  db: Database,
  reader: Reader,
  since: Date | undefined,
  { by, changed, query }: Pick<Query, 'by' | 'changed' | 'query'>,
): SQL | undefined {
  const words = query ? escapeLike(query) : undefined;
  return and(
    words
      ? or(sql`${exports.id}::text like ${`${words.toLowerCase()}%`}`, ilike(people.name, `%${words}%`))
      : undefined,
    by === 'me' ? isOwn(reader) : undefined,
    changed ? exists(db.select().from(changes).where(isChangeTold(since))) : undefined,
  );
}

function toExport(
  { personId }: Reader,
  { by, changedSince, lastFourDigits, mayBeWritten, row, rows }: Selected,
): TransactionExport {
  const { cardToken, profileId } = row;
  return {
    id: row.id,
    exportedAt: row.exportedAt.toISOString(),
    by,
    isOwn: row.personId === personId,
    card: cardToken === null || profileId === null ? null : { cardToken, profileId, lastFourDigits },
    filter: exportFilter.parse(JSON.parse(row.filter)),
    rows,
    state: row.isWhole ? 'whole' : row.endedAt === null && mayBeWritten ? 'being-written' : 'cut-off',
    changedSince,
  };
}
