import 'server-only';
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { profiles, wiseConnections } from '../db/schema/wise.ts';
import type { Runtime } from '../runtime.ts';
import { storeCardOrders } from '../services/card-orders/card-order-index.ts';
import { reachesCards } from '../services/connections/reach.ts';
import { eachAtOnce } from './each-at-once.ts';

const readAgainAfterMs = 9 * 60 * 1000;
const pageSize = 100;

/**
 * Reads every profile's card orders into the index, in the background of Wise's budget: webhooks tell a status, never who
 * the card is for or how it is delivered. What was read lately is left out, so that a run that was cut off goes on.
 */
export async function syncCardOrders(parts: Runtime): Promise<void> {
  const due = new Date(Date.now() - readAgainAfterMs);
  const stale = await parts.store.db
    .select({ id: profiles.id, userId: profiles.userId })
    .from(profiles)
    .innerJoin(wiseConnections, eq(wiseConnections.userId, profiles.userId))
    .where(and(reachesCards, or(isNull(profiles.cardOrdersReadAt), lt(profiles.cardOrdersReadAt, due))));
  const failed = await eachAtOnce(stale, (profile) => syncProfileOrders(parts, profile));
  parts.log.info({ profiles: stale.length, failed }, 'card orders synced');
}

async function syncProfileOrders(parts: Runtime, profile: { id: string; userId: string }): Promise<void> {
  const startedAt = new Date();
  const call = { userId: profile.userId, priority: 'background' as const };
  for (let pageNumber = 1, seen = 0; ; pageNumber++) {
    const asOf = new Date();
    const page = await parts.wise.cardOrders.listCardOrders(call, profile.id, { pageSize, pageNumber });
    await storeCardOrders(parts.store.db, page.cardOrders, asOf);
    seen += page.cardOrders.length;
    if (page.cardOrders.length === 0 || seen >= page.totalCount) break;
  }
  await parts.store.db
    .update(profiles)
    .set({ cardOrdersReadAt: startedAt })
    .where(eq(profiles.id, profile.id));
}
