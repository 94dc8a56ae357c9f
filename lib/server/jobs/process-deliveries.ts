import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { webhookDeliveries } from '../db/schema/wise.ts';
import type { Runtime } from '../runtime.ts';
import { takeEvent } from '../services/webhooks/take-event.ts';

const batch = 100;

/** Takes in what webhooks told, oldest first. Each delivery is done once; one that fails stays for the next run. */
export async function processDeliveries(parts: Runtime): Promise<void> {
  const { db } = parts.store;
  let failed = 0;
  for (;;) {
    const rows = await db
      .select()
      .from(webhookDeliveries)
      .where(eq(webhookDeliveries.state, 'received'))
      .orderBy(asc(webhookDeliveries.receivedAt))
      .limit(batch)
      .offset(failed);
    for (const row of rows) {
      try {
        const outcome = await takeEvent(parts, row);
        await db
          .update(webhookDeliveries)
          .set({ state: 'processed', outcome, processedAt: new Date() })
          .where(eq(webhookDeliveries.id, row.id));
      } catch {
        failed++;
      }
    }
    if (rows.length < batch) break;
  }
  if (failed > 0) throw new Error('Some deliveries could not be processed yet');
}
