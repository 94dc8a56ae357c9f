import 'server-only';
import { and, asc, eq, inArray, lte, ne, sql } from 'drizzle-orm';
import { cards } from '../db/schema/cards.ts';
import { cardTransactionReads as reads } from '../db/schema/transactions.ts';
import { profiles, wiseConnections } from '../db/schema/wise.ts';
import { toAppError } from '../http/to-app-error.ts';
import type { Runtime } from '../runtime.ts';
import {
  type CardRead,
  type CardReading,
  readCard,
} from '../services/card-transactions/archive/read-card.ts';
import { reachesCards } from '../services/connections/reach.ts';
import { findProfileUser } from '../services/profile-user.ts';
import { keepCheck } from '../services/webhooks/gaps.ts';
import { fillTransactionsJob, valueTransactionsJob } from './names.ts';
import { runWorkers } from './run-workers.ts';

interface Parts extends Pick<Runtime, 'store'> {
  env: Pick<Runtime['env'], 'reportingCurrency'>;
  wise: Pick<Runtime['wise'], 'cardTransactions'>;
  jobs: Pick<Runtime['jobs'], 'ask'>;
  log: Pick<Runtime['log'], 'info' | 'warn'>;
}

/** Calls wait for Wise's budget anyway; this many keep it busy while Wise takes a third of a second to answer. */
const atOnce = 24;
/** A run ends after this, and another follows. */
const runForMs = 60_000;
/** What a run has in hand is taken over this long after its process died. */
const leaseMinutes = 3;
/** Deliveries tell what happens; a reading once a day finds what they missed and what Wise changed long afterwards. */
const readAgainHours = 24;
const tryAgainMinutes = 10;

/**
 * Fills the archive of card transactions from Wise, in the background of its budget: each card once as far back as Wise
 * shows, and every day again.
 */
export async function fillTransactions(parts: Parts): Promise<void> {
  await addNewCards(parts);
  if (!(await hasDue(parts))) return;
  const until = Date.now() + runForMs;
  const found = { cards: 0, transactions: 0, failed: 0, missed: 0 };
  const work = async (isCutOff: () => boolean) => {
    while (!isCutOff() && Date.now() < until) {
      const card = await claimNext(parts);
      if (!card) return;
      found.cards++;
      try {
        const { missed, read } = await readOne(parts, card);
        found.transactions += read;
        found.missed += missed;
      } catch (thrown) {
        found.failed++;
        await putOff(parts, card, toAppError(thrown).code);
      }
    }
  };
  await runWorkers(atOnce, work);
  if (found.cards > 0) {
    parts.log.info(found, 'card transactions read');
    const failure = found.failed > 0 ? 'wise_unavailable' : null;
    const look = { compared: found.transactions, missed: found.missed, failure };
    await keepCheck(parts, 'cards#transaction-state-change', look);
  }
  if (found.transactions > 0) await parts.jobs.ask(valueTransactionsJob);
  if (found.missed > 0) await readAllSoon(parts);
  if (await hasDue(parts)) await parts.jobs.ask(fillTransactionsJob);
}

async function addNewCards({ store: { db } }: Parts): Promise<void> {
  await db.execute(sql`insert into ${reads} (card_token, profile_id)
    select token, profile_id from ${cards}
    where status <> 'PURGED' and not exists (select from ${reads} where ${reads.cardToken} = ${cards.token})
    on conflict do nothing`);
}

/** Those never read come first, then those read longest ago. */
async function claimNext({ store: { db } }: Parts): Promise<CardRead | undefined> {
  const next = db
    .select({ cardToken: reads.cardToken })
    .from(reads)
    .innerJoin(cards, eq(cards.token, reads.cardToken))
    .innerJoin(profiles, eq(profiles.id, reads.profileId))
    .innerJoin(wiseConnections, eq(wiseConnections.userId, profiles.userId))
    .where(and(lte(reads.dueAt, sql`now()`), reachesCards, ne(cards.status, 'PURGED')))
    .orderBy(sql`${reads.readTo} nulls first`, asc(reads.dueAt))
    .limit(1)
    .for('update', { of: reads, skipLocked: true });
  const [claimed] = await db
    .update(reads)
    .set({ dueAt: sql`now() + ${leaseMinutes} * interval '1 minute'` })
    .where(inArray(reads.cardToken, next))
    .returning();
  if (!claimed) return undefined;
  const userId = await findProfileUser(db, claimed.profileId);
  return userId === undefined ? undefined : { ...claimed, userId };
}

async function readOne(parts: Parts, card: CardRead): Promise<CardReading> {
  const found = await readCard(parts, card);
  await parts.store.db
    .update(reads)
    .set({ dueAt: sql`now() + ${readAgainHours} * interval '1 hour'` })
    .where(eq(reads.cardToken, card.cardToken));
  return found;
}

async function putOff({ store: { db } }: Parts, { cardToken }: CardRead, failure: string): Promise<void> {
  await db
    .update(reads)
    .set({
      failure,
      failures: sql`${reads.failures} + 1`,
      dueAt: sql`now() + ${tryAgainMinutes} * interval '1 minute'`,
    })
    .where(eq(reads.cardToken, cardToken));
}

/** Where deliveries were missed for one card, others may have been: all are read again, as the budget allows. */
async function readAllSoon({ log, store: { db } }: Parts): Promise<void> {
  log.warn('deliveries of card transactions were missed; every card is read again');
  await db
    .update(reads)
    .set({ dueAt: sql`now()` })
    .where(sql`${reads.readTo} < now() - interval '10 minutes'`);
}

async function hasDue({ store: { db } }: Parts): Promise<boolean> {
  const [due] = await db
    .select({ one: reads.cardToken })
    .from(reads)
    .innerJoin(profiles, eq(profiles.id, reads.profileId))
    .innerJoin(wiseConnections, eq(wiseConnections.userId, profiles.userId))
    .where(and(lte(reads.dueAt, sql`now()`), reachesCards))
    .limit(1);
  return due !== undefined;
}
