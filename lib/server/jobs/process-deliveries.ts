import 'server-only';
import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { webhookDeliveries } from '../db/schema/wise.ts';
import { publishEvent } from '../events/event-hub.ts';
import { toAppError } from '../http/to-app-error.ts';
import type { Runtime } from '../runtime.ts';
import { readEvent, takeEvent } from '../services/webhooks/take-event.ts';

const batch = 100;
const longestWaitMinutes = 60;

/**
 * Takes in what webhooks told, oldest first. Each delivery is done once; one that fails is tried again, ever more seldom,
 * and never given up: what it tells may be told nowhere else.
 */
export async function processDeliveries(parts: Runtime): Promise<void> {
  const { db } = parts.store;
  for (;;) {
    const rows = await db
      .select()
      .from(webhookDeliveries)
      .where(and(eq(webhookDeliveries.state, 'received'), lte(webhookDeliveries.dueAt, sql`now()`)))
      .orderBy(asc(webhookDeliveries.dueAt))
      .limit(batch);
    for (const row of rows) {
      await parts.intake.quiet();
      await processDelivery(parts, row);
    }
    if (rows.length > 0) await db.transaction((tx) => publishEvent(tx, { type: 'webhooks.changed' }));
    if (rows.length < batch) break;
  }
}

/** One delivery, and what came of it. */
export async function processDelivery(
  parts: Runtime,
  row: typeof webhookDeliveries.$inferSelect,
): Promise<void> {
  const event = readEvent(row.body);
  const done = await takeEvent(parts, row, event?.envelope).then(
    (outcome) => ({ state: 'processed', outcome, failure: null }),
    (thrown: unknown) => {
      parts.log.warn({ kind: row.eventType, delivery: row.id }, 'delivery not taken in yet');
      const waitMinutes = Math.min(longestWaitMinutes, 2 ** Math.min(row.attempts, 10));
      const dueAt = sql`now() + make_interval(mins => ${waitMinutes})`;
      return { state: 'received', failure: toAppError(thrown).code, dueAt };
    },
  );
  await parts.store.db
    .update(webhookDeliveries)
    .set({
      ...event?.facts,
      ...done,
      attempts: sql`${webhookDeliveries.attempts} + 1`,
      processedAt: new Date(),
    })
    // Taken in by another replica meanwhile: what that came to stands.
    .where(and(eq(webhookDeliveries.id, row.id), eq(webhookDeliveries.state, 'received')));
}
