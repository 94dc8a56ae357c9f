import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { BulkSummary } from '../../../contracts/bulk.ts';
import type { Operator } from '../../auth/operator.ts';
import { bulkChanges } from '../../db/schema/bulk.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { bulkJob } from '../../jobs/names.ts';
import type { Runtime } from '../../runtime.ts';
import { isOwnSide } from './own-side.ts';
import { readBulkSummary } from './read.ts';

/**
 * Stops a change before its next card, or lets it go on. One that has ended stays as it is.
 * @throws AppError not_found
 */
export async function setBulkStopped(
  parts: Runtime,
  operator: Operator,
  bulkId: string,
  isStopped: boolean,
): Promise<BulkSummary> {
  await parts.store.db.transaction(async (tx) => {
    const moved = await tx
      .update(bulkChanges)
      .set({ stoppedAt: isStopped ? new Date() : null })
      .where(and(eq(bulkChanges.id, bulkId), isOwnSide(operator), isNull(bulkChanges.finishedAt)))
      .returning({ id: bulkChanges.id });
    if (moved.length > 0) await publishEvent(tx, { type: 'bulk.changed', bulkId });
  });
  if (!isStopped) await parts.jobs.ask(bulkJob).catch(() => undefined);
  return readBulkSummary(parts, operator, bulkId);
}
