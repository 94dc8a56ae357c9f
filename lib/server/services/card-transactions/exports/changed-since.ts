import 'server-only';
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { ChangedSince } from '../../../../contracts/card-transactions.ts';
import type { Reader } from '../../../auth/operator.ts';
import type { Database } from '../../../db/database.ts';
import {
  transactionExportChanges as changes,
  transactionExports as exports,
} from '../../../db/schema/transaction-exports.ts';
import { cardTransactions } from '../../../db/schema/transactions.ts';
import { parseFigures } from './figures.ts';
import { isOwn, isVisibleTo } from './visible.ts';

interface Named {
  profileId: string;
  id: string;
}
const keyOf = ({ id, profileId }: Named) => `${profileId} ${id}`;

/** Which of these are told otherwise by now than an export told them: by `exportId`, else by the reader's own last one. */
export async function readChangedSince(
  db: Database,
  reader: Reader,
  transactions: readonly Named[],
  exportId?: string,
): Promise<(of: Named) => ChangedSince | null> {
  if (transactions.length === 0) return () => null;
  const found = await db
    .select({ change: changes, exportedAt: exports.exportedAt })
    .from(changes)
    .innerJoin(exports, eq(exports.id, changes.exportId))
    .where(
      and(
        inArray(
          changes.transactionId,
          transactions.map(({ id }) => id),
        ),
        isVisibleTo(reader),
        exportId === undefined ? isOwn(reader) : eq(exports.id, exportId),
      ),
    )
    .orderBy(asc(exports.exportedAt));
  // The newest is written last, and stands.
  const newestOf = new Map(
    found.map(({ change, exportedAt }) => [
      keyOf({ id: change.transactionId, profileId: change.profileId }),
      { exportId: change.exportId, exportedAt: exportedAt.toISOString(), told: parseFigures(change.told) },
    ]),
  );
  return (of) => newestOf.get(keyOf(of)) ?? null;
}

/** Those that an export tells otherwise; none where the reader may not know of it. */
export const isChangedSince = (reader: Reader, exportId: string): SQL =>
  sql`(${cardTransactions.createdAt}, ${cardTransactions.transactionId}, ${cardTransactions.profileId}) in (${new QueryBuilder()
    .select({
      createdAt: changes.createdAt,
      transactionId: changes.transactionId,
      profileId: changes.profileId,
    })
    .from(changes)
    .innerJoin(exports, eq(exports.id, changes.exportId))
    .where(and(eq(changes.exportId, exportId), isVisibleTo(reader)))})`;
