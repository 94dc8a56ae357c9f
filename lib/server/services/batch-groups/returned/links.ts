import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import type { BatchGroupDetail } from '../../../../contracts/batch-groups.ts';
import type { Database } from '../../../db/database.ts';
import { batchGroups, batchRows } from '../../../db/schema/batches.ts';

type Group = Pick<typeof batchGroups.$inferSelect, 'id' | 'continuesId'>;

/** The group whose returned rows this one sends again, and those that send its own. One that was thrown away has none any more. */
export async function readLinks(
  db: Database,
  { id, continuesId }: Group,
): Promise<Pick<BatchGroupDetail, 'continues' | 'continuedIn'>> {
  const other = { id: batchGroups.id, name: batchGroups.name };
  const [before, after] = await Promise.all([
    continuesId === null ? [] : db.select(other).from(batchGroups).where(eq(batchGroups.id, continuesId)),
    db
      .select({ ...other, rows: sql<number>`count(*)::int` })
      .from(batchRows)
      .innerJoin(batchGroups, eq(batchGroups.id, batchRows.groupId))
      .where(eq(batchRows.continuesGroupId, id))
      .groupBy(batchGroups.id)
      .orderBy(asc(batchGroups.createdAt)),
  ]);
  return { continues: before[0] ?? null, continuedIn: after };
}
