import 'server-only';
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { balanceAfterMove } from '../../../contracts/wise/money-events.ts';
import type { Database } from '../../db/database.ts';
import { profiles, webhookDeliveries, wiseConnections } from '../../db/schema/wise.ts';
import { readEvent } from './take-event.ts';

interface ToldBalances {
  profileId: string;
  userId: string;
  /** What each balance held after the last move that was told. */
  balances: Map<string, string>;
}

/** By `step_id`, which only grows; schemas before 3.0.0 tell neither it nor what was left. */
export async function readNewestBalances(db: Database, mostProfiles: number): Promise<ToldBalances[]> {
  const rows = await db
    .select({
      body: webhookDeliveries.body,
      profileId: profiles.id,
      userId: profiles.userId,
    })
    .from(webhookDeliveries)
    .innerJoin(profiles, eq(profiles.id, webhookDeliveries.profileId))
    .innerJoin(wiseConnections, eq(wiseConnections.userId, profiles.userId))
    .where(
      and(
        eq(webhookDeliveries.eventType, 'balances#update'),
        eq(webhookDeliveries.isTest, false),
        eq(wiseConnections.state, 'working'),
        isNotNull(webhookDeliveries.occurredAt),
        sql`${webhookDeliveries.receivedAt} > now() - interval '1 day'`,
      ),
    )
    .orderBy(desc(webhookDeliveries.receivedAt))
    .limit(2000);
  const found = new Map<string, ToldBalances>();
  const steps = new Map<string, bigint>();
  for (const { body, profileId, userId } of rows) {
    const told = balanceAfterMove.safeParse(readEvent(body)?.envelope.data);
    if (!told.success) continue;
    const { balance_id: balanceId, post_transaction_balance_amount: left, step_id } = told.data;
    const step = BigInt(step_id);
    if (step < (steps.get(balanceId) ?? step)) continue;
    steps.set(balanceId, step);
    const known = found.get(profileId);
    if (!known && found.size >= mostProfiles) continue;
    const one: ToldBalances = known ?? { profileId, userId, balances: new Map() };
    one.balances.set(balanceId, left);
    found.set(profileId, one);
  }
  return [...found.values()];
}
