import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../../../db/database.ts';
import { batchFundings, batchRows } from '../../../db/schema/batches.ts';
import { publishEvent } from '../../../events/event-hub.ts';
import { AppError } from '../../../http/app-error.ts';

export type FundingRow = typeof batchFundings.$inferSelect;
type Change = Partial<typeof batchFundings.$inferInsert>;

/** States in which a funding stands: no other one may begin beside it. */
export const standingStates = ['started', 'unknown', 'sent', 'done'];

/**
 * Begins a funding, before Wise is asked. The store's unique row lets one through, from any number of tabs, people and
 * replicas.
 * @throws AppError batch_funding_stands
 */
export async function beginFunding(
  tx: Database,
  row: Omit<typeof batchFundings.$inferInsert, 'id'>,
): Promise<FundingRow> {
  const [begun] = await tx
    .insert(batchFundings)
    .values({ id: randomUUID(), ...row })
    .onConflictDoNothing()
    .returning();
  if (!begun) throw new AppError('batch_funding_stands');
  await publishEvent(tx, { type: 'batch.changed', batchGroupId: row.groupId });
  return begun;
}

/** @param from only out of one of these states */
export async function setFunding(
  db: Database,
  funding: Pick<FundingRow, 'id' | 'groupId'>,
  change: Change,
  from: readonly string[] = standingStates,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const changed = await tx
      .update(batchFundings)
      .set(change)
      .where(and(eq(batchFundings.id, funding.id), inArray(batchFundings.state, [...from])))
      .returning({ id: batchFundings.id });
    if (changed.length > 0) await publishEvent(tx, { type: 'batch.changed', batchGroupId: funding.groupId });
    return changed.length > 0;
  });
}

export async function findStandingFunding(db: Database, groupId: string): Promise<FundingRow | undefined> {
  const [row] = await db
    .select()
    .from(batchFundings)
    .where(and(eq(batchFundings.groupId, groupId), inArray(batchFundings.state, standingStates)));
  return row;
}

export async function findLatestFunding(db: Database, groupId: string): Promise<FundingRow | undefined> {
  const [row] = await db
    .select()
    .from(batchFundings)
    .where(eq(batchFundings.groupId, groupId))
    .orderBy(desc(batchFundings.startedAt))
    .limit(1);
  return row;
}

export const transfersOf = (db: Database, groupId: string) =>
  db
    .select()
    .from(batchRows)
    .where(and(eq(batchRows.groupId, groupId), eq(batchRows.state, 'in-group')));
