import 'server-only';
import { and, eq, gt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { RevealedThing, RevealReason } from '../../../catalogues/reveals.ts';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { reveals } from '../../db/schema/reveals.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import type { LocatedCard } from '../locate-card.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Waiting for Wise, opening, and the half minute the digits stand on the screen. */
const openForMs = 2 * 60 * 1000;
const waitsForMs = 10 * 60 * 1000;

interface Asked {
  what: RevealedThing;
  reason: RevealReason;
  requestId: string;
  keyThumbprint: string;
}

/**
 * Takes one of the person's reveals of the day and one of the card's of the month, and spends the page's key. Many at once
 * are counted one after the other.
 * @param takeApproval in the same transaction: a reveal that is not recorded uses no approval up
 * @returns the reveal's id, and until when the page may say what it did with it
 * @throws AppError reveal_limit_reached, reveal_key_used
 */
export async function recordReveal(
  { env, store }: Runtime,
  operator: Operator,
  card: LocatedCard,
  asked: Asked,
  takeApproval: ((tx: Database) => Promise<void>) | undefined,
): Promise<{ revealId: string; expiresAt: Date }> {
  const { perCardAMonth, perPersonADay } = env.reveals;
  return store.db.transaction(async (tx) => {
    // Always in this order, so that no two wait for each other.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`reveals of ${operator.personId}`}, 0)),
        pg_advisory_xact_lock(hashtextextended(${`reveals of ${card.token}`}, 0))`,
    );
    const used = await countReveals(tx, operator.personId, card.token);
    if (used.yours >= perPersonADay)
      throw new AppError('reveal_limit_reached', {
        detail: `You were shown ${perPersonADay} within 24 hours, which is the limit. Nothing was read from Wise.`,
      });
    if (used.ofCard >= perCardAMonth)
      throw new AppError('reveal_limit_reached', {
        detail: `This card was shown ${perCardAMonth} times within 30 days, which is the limit. Nothing was read from Wise.`,
      });
    const [recorded] = await tx
      .insert(reveals)
      .values({
        cardToken: card.token,
        profileId: card.profileId,
        personId: operator.personId,
        ...asked,
      })
      .onConflictDoNothing()
      .returning({ id: reveals.id, at: reveals.at });
    if (!recorded) throw new AppError('reveal_key_used');
    await takeApproval?.(tx);
    return { revealId: recorded.id, expiresAt: new Date(recorded.at.getTime() + openForMs) };
  });
}

/** What Wise refused was shown to nobody and does not count, nor does what nobody confirmed in time. */
export async function countReveals(
  db: Database,
  personId: string,
  cardToken: string,
): Promise<{ yours: number; ofCard: number }> {
  const counted = (whose: SQL, sinceMs: number) =>
    db.$count(
      reveals,
      and(
        whose,
        gt(reveals.at, new Date(Date.now() - sinceMs)),
        ne(reveals.outcome, 'refused'),
        or(ne(reveals.outcome, 'waiting'), gt(reveals.at, new Date(Date.now() - waitsForMs))),
      ),
    );
  const [used] = await db
    .select({
      yours: counted(eq(reveals.personId, personId), dayMs),
      ofCard: counted(eq(reveals.cardToken, cardToken), 30 * dayMs),
    })
    .from(sql`(select 1) as one`);
  return { yours: Number(used?.yours ?? 0), ofCard: Number(used?.ofCard ?? 0) };
}

export async function settleReveal(
  { store }: Runtime,
  revealId: string,
  outcome: 'refused' | 'waiting',
): Promise<void> {
  await store.db.update(reveals).set({ outcome }).where(eq(reveals.id, revealId));
}

/**
 * Goes on with a reveal that waited until Wise's user had confirmed it; it counts from now.
 * @throws AppError reveal_key_used for any that does not wait, and for another key than the one it was asked for with
 */
export async function reopenReveal(
  { store }: Runtime,
  operator: Operator,
  revealId: string,
  keyThumbprint: string,
): Promise<{ revealId: string; expiresAt: Date }> {
  const [reopened] = await store.db
    .update(reveals)
    .set({ outcome: 'asked', at: sql`now()` })
    .where(
      and(
        eq(reveals.id, revealId),
        eq(reveals.personId, operator.personId),
        eq(reveals.keyThumbprint, keyThumbprint),
        eq(reveals.outcome, 'waiting'),
      ),
    )
    .returning({ at: reveals.at });
  if (!reopened) throw new AppError('reveal_key_used');
  return { revealId, expiresAt: new Date(reopened.at.getTime() + openForMs) };
}

/**
 * What the page says became of it; only the first word counts.
 * @throws AppError not_found for another person's reveal, another card's, and one that is over
 */
export async function settleOwnReveal(
  { store }: Runtime,
  operator: Operator,
  cardToken: string,
  revealId: string,
  outcome: 'opened' | 'not-opened' | 'another-card' | undefined,
): Promise<void> {
  const isOwn = and(
    eq(reveals.id, revealId),
    eq(reveals.personId, operator.personId),
    eq(reveals.cardToken, cardToken),
    gt(reveals.at, new Date(Date.now() - openForMs)),
  );
  const [own] = await store.db.select({ id: reveals.id }).from(reveals).where(isOwn);
  if (!own) throw new AppError('not_found');
  if (outcome)
    await store.db
      .update(reveals)
      .set({ outcome })
      .where(and(isOwn, eq(reveals.outcome, 'asked')));
}
