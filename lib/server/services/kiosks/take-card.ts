import 'server-only';
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { takeCardBody } from '../../../contracts/kiosk-board.schema.ts';
import type { QueuedCard } from '../../../contracts/kiosk-board.ts';
import type { CardScope, Operator } from '../../auth/operator.ts';
import { auditRows } from '../../db/schema/audit.ts';
import { cardCollections, cards } from '../../db/schema/cards.ts';
import { cardOrders } from '../../db/schema/kiosks.ts';
import { branches } from '../../db/schema/staff.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { readWaitingCards } from './read-queue.ts';

type LookUp = z.output<typeof takeCardBody>;
const mostAnHour = 20;

/**
 * Whoever knows an order's number, or a holder's whole name with the last four digits, makes the card that waits one of
 * their branch. Nothing is listed, and every look-up counts, whatever it finds.
 * @throws AppError not_found, too_many_look_ups
 */
export async function takeCard(
  parts: Runtime,
  operator: Operator,
  scope: CardScope,
  lookUp: LookUp,
): Promise<QueuedCard> {
  const { accessLog, store } = parts;
  const { branchId } = lookUp;
  if (scope !== 'all' && !scope.branchIds.includes(branchId)) throw new AppError('not_found');
  const [branch] = await store.db
    .select({ id: branches.id })
    .from(branches)
    .where(and(eq(branches.id, branchId), eq(branches.isActive, true)));
  if (!branch) throw new AppError('not_found');
  await requireFewLookUps(parts, operator);
  const isMeant = and(isNull(cardCollections.branchId), isSought(lookUp));
  const found = await readWaitingCards(store.db, isMeant, Date.now(), 2);
  const [card] = found;
  // Two of one name and ending: which of them it is nobody may guess.
  if (!card || found.length > 1) throw new AppError('not_found');
  accessLog.note(operator.personId, card.profileId, card.cardToken);
  await store.db.transaction(async (tx) => {
    const [taken] = await tx
      .insert(cardCollections)
      .values({ cardToken: card.cardToken, branchId })
      .onConflictDoNothing()
      .returning({ token: cardCollections.cardToken });
    if (!taken) throw new AppError('not_found');
    await tx.update(cardOrders).set({ branchId }).where(eq(cardOrders.cardToken, card.cardToken));
    await publishEvent(tx, {
      type: 'production.changed',
      profileId: card.profileId,
      cardToken: card.cardToken,
    });
  });
  return { ...card, branchId };
}

function isSought(lookUp: LookUp): SQL | undefined {
  if ('orderId' in lookUp)
    return sql`exists (select 1 from ${cardOrders} where ${cardOrders.cardToken} = ${cards.token} and ${cardOrders.id} = ${lookUp.orderId})`;
  return and(
    eq(cards.lastFourDigits, lookUp.lastFourDigits),
    sql`lower(${cards.cardHolderName}) = lower(${lookUp.cardHolderName})`,
  );
}

/** Counted in the trail, so that no restart forgets it. */
async function requireFewLookUps({ store }: Runtime, { personId }: Operator): Promise<void> {
  const anHourAgo = new Date(Date.now() - 60 * 60_000).toISOString();
  const [lately] = await store.db
    .select({ count: sql<number>`count(*)::int` })
    .from(auditRows)
    .where(
      and(
        eq(auditRows.action, 'production.take-card'),
        eq(auditRows.phase, 'intent'),
        eq(auditRows.actorId, personId),
        sql`${auditRows.at} > ${anHourAgo}`,
      ),
    );
  if ((lately?.count ?? 0) > mostAnHour) throw new AppError('too_many_look_ups');
}
