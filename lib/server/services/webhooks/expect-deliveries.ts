import 'server-only';
import type { WebhookEventType } from '../../../catalogues/webhook-events.ts';
import type { Database } from '../../db/database.ts';
import { expectedDeliveries } from '../../db/schema/wise.ts';

/**
 * Notes that Wise told in answer to a reading what it should tell by itself as well: `findGaps` looks whether it did.
 * @param changed what changed, and until when it was known as it was before
 */
export async function expectDeliveries(
  tx: Database,
  eventType: WebhookEventType,
  changed: readonly { subjectId: string; since: string | Date }[],
): Promise<void> {
  if (changed.length === 0) return;
  await tx
    .insert(expectedDeliveries)
    .values(changed.map(({ since, subjectId }) => ({ eventType, subjectId, since: new Date(since) })))
    .onConflictDoNothing();
}
