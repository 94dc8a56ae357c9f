import 'server-only';
import { and, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Database } from '../../../db/database.ts';
import { batchRows } from '../../../db/schema/batches.ts';
import { publishEvent } from '../../../events/event-hub.ts';
import type { Row } from '../run/row-outcome.ts';

type Known = Pick<Row, 'groupId' | 'rowNumber' | 'transferStatus'>;
export type Moments = Pick<Partial<Row>, 'transferStatusAt' | 'bouncedAt'>;

const isRow = ({ groupId, rowNumber }: Known) =>
  and(eq(batchRows.groupId, groupId), eq(batchRows.rowNumber, rowNumber));

/** By the store's clock, which all replicas share: taken before Wise is asked. */
export const askingMoment = sql`now()`.mapWith(batchRows.transferReadAt);

export async function readAskingMoment(db: Database, row: Known): Promise<Date> {
  const [found] = await db.select({ askedAt: askingMoment }).from(batchRows).where(isRow(row));
  return found?.askedAt ?? new Date();
}

/**
 * Stores what Wise answered about a transfer. Answers come in any order, and Wise's have no time of their own: one that was
 * asked for before the one that is stored is refused.
 * @returns whether it is stored
 */
export const storeReading = (
  db: Database,
  row: Known,
  { status, askedAt, moments = {} }: { status: string; askedAt: Date; moments?: Moments },
): Promise<boolean> =>
  change(db, row, status !== row.transferStatus || Object.keys(moments).length > 0, {
    set: { transferStatus: status, transferReadAt: askedAt, ...moments },
    where: or(isNull(batchRows.transferReadAt), lte(batchRows.transferReadAt, askedAt)),
  });

/** Dates the status that is known, unless it has become another. */
export const storeMoments = (db: Database, row: Known, moments: Moments): Promise<boolean> =>
  change(db, row, true, {
    set: moments,
    where: row.transferStatus === null ? undefined : eq(batchRows.transferStatus, row.transferStatus),
  });

const change = (
  db: Database,
  row: Known,
  isChange: boolean,
  { set, where }: { set: Partial<Row>; where: ReturnType<typeof and> },
): Promise<boolean> =>
  db.transaction(async (tx) => {
    const stored = await tx
      .update(batchRows)
      .set({ ...set, ...(isChange && { changedAt: new Date() }) })
      .where(and(isRow(row), where))
      .returning({ rowNumber: batchRows.rowNumber });
    if (stored.length === 0) return false;
    if (isChange) await publishEvent(tx, { type: 'batch.changed', batchGroupId: row.groupId });
    return true;
  });
