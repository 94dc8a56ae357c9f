import 'server-only';
import { and, inArray, sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { webhookDeliveries } from '../../db/schema/wise.ts';

/**
 * Wise tells of a profile as soon as it is there, the console reads of it some minutes later: what came in between is taken
 * in once the profile is known.
 */
export async function dueOnceConnected(db: Database, profileIds: readonly string[]): Promise<void> {
  await db
    .update(webhookDeliveries)
    .set({ state: 'received', outcome: null, dueAt: sql`now()` })
    .where(
      and(
        // Written out, so that the index of just these is used.
        sql`${webhookDeliveries.outcome} = 'not-connected'`,
        inArray(webhookDeliveries.profileId, [...profileIds]),
      ),
    );
}
