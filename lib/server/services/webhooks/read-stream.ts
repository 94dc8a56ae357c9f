import 'server-only';
import { asc, desc, gte, max, sql, sum } from 'drizzle-orm';
import type { WebhookStream } from '../../../contracts/webhooks.ts';
import { webhookChecks, webhookDeliveries, webhookRefusals } from '../../db/schema/wise.ts';
import type { Runtime } from '../../runtime.ts';
import { readIsTold } from './is-told.ts';

const shownDays = 30;

/** How the stream of deliveries stands. */
export async function readStream({ store }: Runtime): Promise<WebhookStream> {
  const { db } = store;
  const { eventType, failure, outcome, receivedAt, state } = webhookDeliveries;
  const isTold = await readIsTold(db);
  const [[found], newest, refused, checks] = await Promise.all([
    db
      .select({
        newestAt: max(receivedAt),
        waiting: sql<number>`(count(*) filter (where ${state} = 'received' and ${failure} is null))::int`,
        failing: sql<number>`(count(*) filter (where ${state} = 'received' and ${failure} is not null))::int`,
        notUnderstood: sql<number>`(count(*) filter (where ${outcome} = 'not-understood'))::int`,
      })
      .from(webhookDeliveries)
      .where(isTold),
    db
      .select({ eventType, at: max(receivedAt) })
      .from(webhookDeliveries)
      .where(isTold)
      .groupBy(eventType),
    db
      .select({
        reason: webhookRefusals.reason,
        count: sum(webhookRefusals.count).mapWith(Number),
        lastAt: max(webhookRefusals.lastAt),
      })
      .from(webhookRefusals)
      .where(gte(webhookRefusals.day, sql`current_date - ${shownDays}::int`))
      .groupBy(webhookRefusals.reason)
      .orderBy(desc(sum(webhookRefusals.count))),
    db.select().from(webhookChecks).orderBy(asc(webhookChecks.eventType)),
  ]);
  const newestOf = new Map(newest.map((row) => [row.eventType, row.at]));
  const instant = (at: Date | null | undefined) => at?.toISOString() ?? null;
  return {
    newestAt: instant(found?.newestAt),
    waiting: found?.waiting ?? 0,
    failing: found?.failing ?? 0,
    notUnderstood: found?.notUnderstood ?? 0,
    refused: refused.flatMap(({ count, lastAt, reason }) =>
      lastAt ? [{ reason, count, lastAt: lastAt.toISOString() }] : [],
    ),
    checks: checks.map((check) => ({
      eventType: check.eventType,
      newestAt: instant(newestOf.get(check.eventType)),
      checkedAt: check.checkedAt.toISOString(),
      compared: check.compared,
      missed: check.missed,
      missedAt: instant(check.missedAt),
      failure: check.failure,
    })),
    asOf: new Date().toISOString(),
  };
}
