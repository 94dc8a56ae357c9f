import 'server-only';
import { and, eq, isNull, lt, ne, notInArray, sql } from 'drizzle-orm';
import type { WebhookEventType } from '../../../catalogues/webhook-events.ts';
import { cardOrders, productions } from '../../db/schema/kiosks.ts';
import { expectedDeliveries, profiles, webhookChecks, wiseConnections } from '../../db/schema/wise.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { toAppError } from '../../http/to-app-error.ts';
import { eachAtOnce } from '../../jobs/each-at-once.ts';
import { fundingJob } from '../../jobs/names.ts';
import type { Runtime } from '../../runtime.ts';
import { reachesCards } from '../connections/reach.ts';
import { askProduction } from '../production/read-production.ts';
import { readNewestBalances } from './newest-balances.ts';
import { tellBalancePages } from './tell-balance-pages.ts';

/** What a look at one kind found. */
interface Look {
  compared: number;
  missed: number;
  /** Code of what kept a part of it from being looked at. */
  failure: string | null;
}
interface Parts extends Pick<Runtime, 'store'> {
  wise: Pick<Runtime['wise'], 'balances' | 'cardProduction'>;
  jobs: Pick<Runtime['jobs'], 'ask'>;
  log: Pick<Runtime['log'], 'warn'>;
}

/** A delivery may come some minutes after what it tells of. */
const usualDelaySeconds = 180;
/** Two clocks of Wise's need not agree to the second. */
const sameMomentSeconds = 2;
const readsPerRun = 100;
const finalStatuses = ['PRODUCED'];

/**
 * Holds the stream of deliveries against what Wise tells when it is asked, and reads what was missed. Cards and orders are
 * read by their own jobs, which note what changed; productions and balances are read here, in the background of the budget.
 * @param delaySeconds how long a delivery may be on its way
 */
export async function findGaps(parts: Parts, delaySeconds = usualDelaySeconds): Promise<void> {
  const checks: [WebhookEventType, () => Promise<Look>][] = [
    ['cards#card-status-change', () => settleExpected(parts, 'cards#card-status-change', delaySeconds)],
    [
      'cards#card-order-status-change',
      () => settleExpected(parts, 'cards#card-order-status-change', delaySeconds),
    ],
    ['cards#card-production-status-change', () => lookAtProductions(parts, delaySeconds)],
    ['balances#update', () => lookAtBalances(parts, delaySeconds)],
  ];
  for (const [eventType, look] of checks) {
    const found = await look().then(
      (told) => told,
      (thrown: unknown) => ({ compared: 0, missed: 0, failure: toAppError(thrown).code }),
    );
    await keepCheck(parts, eventType, found);
  }
  await parts.store.db.transaction((tx) => publishEvent(tx, { type: 'webhooks.changed' }));
}

/** What a look at one kind found, for the page of administrators and the log. */
export async function keepCheck(
  { log, store }: Pick<Parts, 'log' | 'store'>,
  eventType: WebhookEventType,
  { compared, failure, missed }: Look,
): Promise<void> {
  const checkedAt = new Date();
  const found = missed > 0 ? { missed, missedAt: checkedAt } : {};
  if (missed > 0) log.warn({ kind: eventType, missed }, 'deliveries missed; what they tell was read');
  const row = { checkedAt, compared, failure, ...found };
  await store.db
    .insert(webhookChecks)
    .values({ eventType, ...row })
    .onConflictDoUpdate({ target: webhookChecks.eventType, set: row });
}

/** What readings found changed, against the deliveries that came. */
async function settleExpected(
  { store: { db } }: Parts,
  eventType: WebhookEventType,
  delaySeconds: number,
): Promise<Look> {
  // Of one table a column is printed without its table, and would be the inner one's.
  const wasTold = sql<boolean>`exists (select 1 from webhook_deliveries told
    where told.event_type = expected_deliveries.event_type and told.subject_id = expected_deliveries.subject_id
    and not told.is_test
    and told.occurred_at >= expected_deliveries.since - make_interval(secs => ${sameMomentSeconds}))`;
  const due = await db
    .delete(expectedDeliveries)
    .where(
      and(
        eq(expectedDeliveries.eventType, eventType),
        lt(expectedDeliveries.noticedAt, sql`now() - make_interval(secs => ${delaySeconds})`),
      ),
    )
    .returning({ wasTold });
  return { compared: due.length, missed: due.filter((one) => !one.wasTold).length, failure: null };
}

/** Every print that is not over, the longest unread first, and kiosk cards of which nothing was told yet. */
async function lookAtProductions(parts: Parts, delaySeconds: number): Promise<Look> {
  const { db } = parts.store;
  const since = sql`now() - make_interval(secs => ${delaySeconds})`;
  const open = await db
    .select({ cardToken: productions.cardToken, profileId: productions.profileId, userId: profiles.userId })
    .from(productions)
    .innerJoin(profiles, eq(profiles.id, productions.profileId))
    .innerJoin(wiseConnections, eq(wiseConnections.userId, profiles.userId))
    .where(and(reachesCards, notInArray(productions.status, finalStatuses), lt(productions.toldAt, since)))
    .orderBy(productions.toldAt)
    .limit(readsPerRun);
  const untold = await db
    .select({ cardToken: cardOrders.cardToken, profileId: cardOrders.profileId, userId: profiles.userId })
    .from(cardOrders)
    .innerJoin(profiles, eq(profiles.id, cardOrders.profileId))
    .innerJoin(wiseConnections, eq(wiseConnections.userId, profiles.userId))
    .leftJoin(productions, eq(productions.cardToken, cardOrders.cardToken))
    .where(
      and(
        reachesCards,
        eq(cardOrders.deliveryOption, 'KIOSK_COLLECTION'),
        ne(cardOrders.status, 'CANCELLED'),
        isNull(productions.cardToken),
      ),
    )
    .limit(readsPerRun);
  const failed = await eachAtOnce([...open, ...untold], async ({ cardToken, profileId, userId }) => {
    if (cardToken !== null)
      await askProduction(parts, { userId, priority: 'background' }, { profileId, token: cardToken });
  });
  const settled = await settleExpected(parts, 'cards#card-production-status-change', delaySeconds);
  return {
    compared: open.length + untold.length,
    missed: settled.missed,
    failure: failed > 0 ? 'wise_unavailable' : null,
  };
}

/** What a balance held after its newest delivery, against what it holds: money that moved since was not told. */
async function lookAtBalances(parts: Parts, delaySeconds: number): Promise<Look> {
  const { db } = parts.store;
  const [before] = await db
    .select({ checkedAt: webhookChecks.checkedAt })
    .from(webhookChecks)
    .where(eq(webhookChecks.eventType, 'balances#update'));
  const untilMs = Date.now() - delaySeconds * 1000;
  const fromMs = before ? before.checkedAt.getTime() - delaySeconds * 1000 : 0;
  let compared = 0;
  let missed = 0;
  for (const { balances, profileId, userId } of await readNewestBalances(db, readsPerRun)) {
    const now = await parts.wise.balances.listBalances({ userId, priority: 'background' }, profileId);
    const moved = now.filter(({ amount, id, modificationTime }) => {
      const told = balances.get(id);
      if (told === undefined) return false;
      compared++;
      const movedAtMs = Date.parse(modificationTime ?? '');
      // Found by an earlier look already, or perhaps still on its way.
      if (!(movedAtMs >= fromMs && movedAtMs <= untilMs)) return false;
      return Number(amount.value) !== Number(told);
    });
    if (moved.length === 0) continue;
    missed += moved.length;
    await tellBalancePages(db, profileId);
    await parts.jobs.ask(fundingJob).catch(() => undefined);
  }
  return { compared, missed, failure: null };
}
