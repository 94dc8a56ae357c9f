import 'server-only';
import { and, count, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import type { RevealedThing, RevealReason } from '../../../catalogues/reveals.ts';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { reveals } from '../../db/schema/reveals.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import type { LocatedCard } from '../locate-card.ts';

const dayMs = 24 * 60 * 60 * 1000;
export const ticketPlace = { table: 'reveals', column: 'ticket_sealed' };

interface Asked {
  what: RevealedThing;
  reason: RevealReason;
  ticket: string;
  keyThumbprint: string;
}

/**
 * Takes one of the person's reveals of the day and one of the card's of the month, and spends the page's key. Many at once
 * are counted one after the other.
 * @returns the reveal's id
 * @throws AppError reveal_limit_reached, reveal_key_used
 */
export async function recordReveal(
  { env, store, texts }: Runtime,
  operator: Operator,
  card: LocatedCard,
  asked: Asked,
): Promise<string> {
  const ticketSealed = await texts.sealFor(card.token, ticketPlace, asked.ticket);
  return store.db.transaction(async (tx) => {
    // Always in this order, so that no two wait for each other.
    for (const one of [`reveals of ${operator.personId}`, `reveals of ${card.token}`])
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${one}, 0))`);
    const used = await countReveals(tx, operator.personId, card.token);
    if (used.yours >= env.reveals.perPersonADay)
      throw new AppError('reveal_limit_reached', {
        detail: `You were shown ${env.reveals.perPersonADay} within 24 hours, which is the limit. Nothing was read from Wise.`,
      });
    if (used.ofCard >= env.reveals.perCardAMonth)
      throw new AppError('reveal_limit_reached', {
        detail: `This card was shown ${env.reveals.perCardAMonth} times within 30 days, which is the limit. Nothing was read from Wise.`,
      });
    const { keyThumbprint, reason, what } = asked;
    const [recorded] = await tx
      .insert(reveals)
      .values({
        cardToken: card.token,
        profileId: card.profileId,
        personId: operator.personId,
        what,
        reason,
        ticketSealed,
        keyThumbprint,
      })
      .onConflictDoNothing()
      .returning({ id: reveals.id });
    if (!recorded) throw new AppError('reveal_key_used');
    return recorded.id;
  });
}

/** What Wise refused was shown to nobody and does not count. */
export async function countReveals(db: Database, personId: string, cardToken: string) {
  const since = (ms: number) => gt(reveals.at, new Date(Date.now() - ms));
  const counted = ne(reveals.outcome, 'refused');
  const [yours] = await db
    .select({ count: count() })
    .from(reveals)
    .where(and(eq(reveals.personId, personId), since(dayMs), counted));
  const [ofCard] = await db
    .select({ count: count() })
    .from(reveals)
    .where(and(eq(reveals.cardToken, cardToken), since(30 * dayMs), counted));
  return { yours: yours?.count ?? 0, ofCard: ofCard?.count ?? 0 };
}

export async function settleReveal(
  { store }: Runtime,
  revealId: string,
  outcome: 'answered' | 'refused',
): Promise<void> {
  await store.db.update(reveals).set({ outcome }).where(eq(reveals.id, revealId));
}

/**
 * What the page says became of it; only the first word counts.
 * @throws AppError not_found for another person's reveal or another card's
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
  );
  const [own] = await store.db.select({ id: reveals.id }).from(reveals).where(isOwn);
  if (!own) throw new AppError('not_found');
  if (outcome)
    await store.db
      .update(reveals)
      .set({ outcome })
      .where(and(isOwn, inArray(reveals.outcome, ['asked', 'answered'])));
}
