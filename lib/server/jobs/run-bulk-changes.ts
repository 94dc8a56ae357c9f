import 'server-only';
import { and, eq, inArray, isNotNull, isNull, lt, notExists, or, sql } from 'drizzle-orm';
import { bulkCards, bulkChanges } from '../db/schema/bulk.ts';
import { profiles } from '../db/schema/wise.ts';
import { publishEvent } from '../events/event-hub.ts';
import type { Runtime } from '../runtime.ts';
import { type Change, changeOne, isItem, type Item } from '../services/bulk/change-one.ts';
import { reasonPlace } from '../services/bulk/reason.ts';
import { storeCards } from '../services/card-index.ts';
import { createLeases } from './leases.ts';
import { bulkJob } from './names.ts';
import { createProgress } from './progress.ts';
import { runWorkers } from './run-workers.ts';

/** Calls wait for Wise's budget anyway; this many keep it busy while Wise takes a third of a second to answer. */
const atOnce = 24;
/** A run ends after this, and another follows. */
const runForMs = 60_000;
/** What a run has in hand is taken over this long after its process died. */
const leaseSeconds = 20;
const restSeconds = 10;
const askAgainSeconds = 3;
/** Within this time after a call without an answer its effect may still come. */
const settlesWithinMs = 20_000;

/** Goes on with every change that is not stopped, until nothing waits. Replicas share the cards among them. */
export async function runBulkChanges(parts: Runtime): Promise<void> {
  await settleUnknown(parts);
  const until = Date.now() + runForMs;
  let mayGoOn = true;
  const progress = createProgress(parts, (bulkId) => ({ type: 'bulk.changed', bulkId }));
  const inHand = createLeases((items: Item[]) =>
    parts.store.db
      .update(bulkCards)
      .set({ leasedUntil: leaseEnd })
      .where(or(...items.map(isItem))),
  );
  const changes = new Map<string, Promise<Change>>();
  const changeOf = ({ bulkId }: Item) => {
    const change = changes.get(bulkId) ?? readChange(parts, bulkId);
    changes.set(bulkId, change);
    return change;
  };
  const work = async (isCutOff: () => boolean) => {
    while (mayGoOn && !isCutOff() && Date.now() < until) {
      const item = await claimNext(parts);
      if (!item) return;
      inHand.add(item);
      mayGoOn = (await changeOne(parts, await changeOf(item), item)) && mayGoOn;
      inHand.delete(item);
      progress.note(item.bulkId);
    }
  };
  try {
    await runWorkers(atOnce, work);
  } finally {
    inHand.end();
    await progress.end();
  }
  await finish(parts);
  const left = await findOpen(parts);
  if (left.waiting > 0) await parts.jobs.ask(bulkJob, mayGoOn ? 0 : restSeconds);
  else if (left.unknown > 0) await parts.jobs.ask(bulkJob, askAgainSeconds);
  // In hand elsewhere, or left by a run that died.
  else if (left.begun > 0) await parts.jobs.ask(bulkJob, restSeconds);
}

const isClaimable = or(
  eq(bulkCards.state, 'waiting'),
  and(eq(bulkCards.state, 'begun'), lt(bulkCards.leasedUntil, sql`now()`)),
);
const leaseEnd = sql`now() + ${leaseSeconds} * interval '1 second'`;

/** The next card. One that another run left in the middle of is read before it is changed: it may be done already. */
async function claimNext({ store }: Runtime): Promise<Item | undefined> {
  const next = store.db
    .select({ bulkId: bulkCards.bulkId, position: bulkCards.position })
    .from(bulkCards)
    .innerJoin(bulkChanges, eq(bulkChanges.id, bulkCards.bulkId))
    .where(and(isClaimable, isNull(bulkChanges.stoppedAt), isNull(bulkChanges.finishedAt)))
    .orderBy(bulkChanges.startedAt, bulkCards.position)
    .limit(1)
    .for('update', { of: bulkCards, skipLocked: true });
  const [item] = await store.db
    .update(bulkCards)
    .set({ state: 'begun', tries: sql`${bulkCards.tries} + 1`, leasedUntil: leaseEnd })
    .where(sql`(${bulkCards.bulkId}, ${bulkCards.position}) in (${next})`)
    .returning();
  return item;
}

/** What does not change while it runs. */
async function readChange({ store, texts }: Runtime, bulkId: string): Promise<Change> {
  const [row] = await store.db.select().from(bulkChanges).where(eq(bulkChanges.id, bulkId));
  if (!row) throw new Error('A card of no change');
  const { reasonSealed, ...change } = row;
  return { ...change, reason: await texts.openFor(bulkId, reasonPlace, reasonSealed) };
}

/** Asks Wise what became of calls that had no answer. What is not done yet may still come for a while. */
async function settleUnknown(parts: Runtime): Promise<void> {
  const { db } = parts.store;
  const rows = await db
    .select({ item: bulkCards, status: bulkChanges.status, userId: profiles.userId })
    .from(bulkCards)
    .innerJoin(bulkChanges, eq(bulkChanges.id, bulkCards.bulkId))
    .innerJoin(profiles, eq(profiles.id, bulkCards.profileId))
    .where(eq(bulkCards.state, 'unknown'));
  for (const { item, status, userId } of rows) {
    const asOf = new Date();
    const card = await parts.wise.cards
      .getCard({ userId, priority: 'background' }, item.profileId, item.cardToken)
      .catch(() => undefined);
    if (!card) continue;
    await storeCards(db, [card], asOf);
    const isDone = card.status.value === status;
    if (!isDone && (item.endedAt?.getTime() ?? 0) > Date.now() - settlesWithinMs) continue;
    await db
      .update(bulkCards)
      .set({ state: isDone ? 'done' : 'not-done', code: null, endedAt: asOf })
      .where(isItem(item));
  }
}

async function finish({ store }: Runtime): Promise<void> {
  const open = ['waiting', 'begun', 'unknown'];
  await store.db.transaction(async (tx) => {
    const ended = await tx
      .update(bulkChanges)
      .set({ finishedAt: new Date(), stoppedAt: null })
      .where(
        and(
          isNull(bulkChanges.finishedAt),
          notExists(
            tx
              .select({ one: bulkCards.position })
              .from(bulkCards)
              .where(and(eq(bulkCards.bulkId, bulkChanges.id), inArray(bulkCards.state, open))),
          ),
        ),
      )
      .returning({ id: bulkChanges.id });
    await publishEvent(tx, ...ended.map(({ id }) => ({ type: 'bulk.changed' as const, bulkId: id })));
  });
}

async function findOpen({ store }: Runtime): Promise<Record<'waiting' | 'begun' | 'unknown', number>> {
  const rows = await store.db
    .select({
      state: bulkCards.state,
      isStopped: isNotNull(bulkChanges.stoppedAt),
      count: sql<number>`count(*)::int`,
    })
    .from(bulkCards)
    .innerJoin(bulkChanges, eq(bulkChanges.id, bulkCards.bulkId))
    .where(and(isNull(bulkChanges.finishedAt), inArray(bulkCards.state, ['waiting', 'begun', 'unknown'])))
    .groupBy(bulkCards.state, isNotNull(bulkChanges.stoppedAt));
  const of = (state: string) =>
    rows
      .filter((row) => row.state === state && (state === 'unknown' || !row.isStopped))
      .reduce((sum, row) => sum + row.count, 0);
  return { waiting: of('waiting'), begun: of('begun'), unknown: of('unknown') };
}
