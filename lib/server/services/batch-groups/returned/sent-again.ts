import 'server-only';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Database } from '../../../db/database.ts';
import { batchRows } from '../../../db/schema/batches.ts';
import { publishEvent } from '../../../events/event-hub.ts';

/** Of the group's returned rows: which other group took each. */
export async function readSentAgain(db: Database, groupId: string): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .select({ rowNumber: batchRows.continuesRowNumber, groupId: batchRows.groupId })
    .from(batchRows)
    .where(eq(batchRows.continuesGroupId, groupId));
  return new Map(
    rows.flatMap(({ groupId: taker, rowNumber }) => (rowNumber === null ? [] : [[rowNumber, taker]])),
  );
}

/**
 * Lets go of returned rows that this group took and will certainly never pay: it was thrown away, cancelled at Wise, or closed
 * without them. They may be sent again by another.
 */
export async function letGoOfReturned(
  tx: Database,
  groupId: string,
  which: 'all' | 'left-out',
): Promise<void> {
  const ofThese = and(
    eq(batchRows.groupId, groupId),
    isNotNull(batchRows.continuesGroupId),
    which === 'left-out' ? eq(batchRows.state, 'left-out') : undefined,
  );
  const held = await tx
    .select({ groupId: batchRows.continuesGroupId, rowNumber: batchRows.continuesRowNumber })
    .from(batchRows)
    .where(ofThese);
  const [first] = held;
  if (!first?.groupId) return;
  await tx
    .update(batchRows)
    .set({ continuesGroupId: null, continuesRowNumber: null, changedAt: new Date() })
    .where(ofThese);
  const numbers = held.flatMap(({ rowNumber }) => rowNumber ?? []);
  await tx
    .update(batchRows)
    .set({ changedAt: new Date() })
    .where(and(eq(batchRows.groupId, first.groupId), inArray(batchRows.rowNumber, numbers)));
  await publishEvent(tx, { type: 'batch.changed', batchGroupId: first.groupId });
}
