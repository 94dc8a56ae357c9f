import 'server-only';
import { and, eq, isNull, lt, or, type SQL } from 'drizzle-orm';
import { actionFor, cardActions, whyNotOffered } from '../../../catalogues/card-actions.ts';
import type { Card } from '../../../contracts/cards.ts';
import { type Operator, scopeOf } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { cardHolds } from '../../db/schema/card-holds.ts';
import { AppError } from '../../http/app-error.ts';
import { toAppError } from '../../http/to-app-error.ts';
import type { Runtime } from '../../runtime.ts';
import type { LocatedCard } from '../locate-card.ts';
import { readCard, toCard } from '../read-card.ts';
import { setCardStatus } from '../set-card-status.ts';
import { findYourHold } from './find-yours.ts';
import { requireNoHold } from './require-no-hold.ts';
import { tellHoldBeganOrEnded } from './tell-change.ts';
import { isHoldOf, isStanding } from './whose.ts';

/** No lifting is under way for longer; one that is was cut off by a crash. */
const longestLiftMs = 2 * 60 * 1000;

/**
 * Ends a hold; of several people who do so at once one wins. With `unfreeze` the hold stands until Wise has answered: where
 * the card certainly stayed frozen, so does the hold, and where that is not known reading Wise settles both.
 * @throws AppError hold_not_standing, card_held, card_status_not_offered, outcome_unknown
 */
export async function liftHold(
  parts: Runtime,
  operator: Operator,
  card: LocatedCard,
  { holdId, unfreeze }: { holdId: string; unfreeze: boolean },
  note: (details: Record<string, unknown>) => void,
): Promise<Card> {
  const { db } = parts.store;
  await findYourHold(db, operator, card.token, holdId);
  if (!unfreeze) {
    const isEnded = await endHold(db, holdId, operator.personId, canBeLiftedBy(operator));
    if (!isEnded) throw new AppError('hold_not_standing');
    return readCard(parts, operator, card);
  }
  const call = { userId: card.userId, priority: 'interactive' as const };
  const before = await parts.wise.cards.getCard(call, card.profileId, card.token);
  const from = before.status.value;
  note({ from });
  if (actionFor(from, 'ACTIVE') !== 'unfreeze')
    throw new AppError('card_status_not_offered', {
      detail: `Not unfrozen: ${whyNotOffered('unfreeze', from)}. The hold stands.`,
    });
  if (scopeOf(operator, cardActions.unfreeze.consolePermission) === undefined)
    throw new AppError('forbidden');
  await requireNoHold(parts, operator, card.token, holdId);
  await claimLift(db, operator, holdId);
  const { told, asOf } = await setCardStatus(parts, operator, card, 'ACTIVE', {
    liftingHoldId: holdId,
  }).catch(async (error: unknown) => {
    if (toAppError(error).code !== 'outcome_unknown') await releaseLift(db, holdId);
    throw error;
  });
  await endHold(db, holdId, operator.personId);
  return toCard(parts, operator, card, told, asOf);
}

function canBeLiftedBy(operator: Operator): SQL | undefined {
  const longAgo = new Date(Date.now() - longestLiftMs);
  const isFree = or(isNull(cardHolds.liftingSince), lt(cardHolds.liftingSince, longAgo));
  return and(isFree, isHoldOf(operator));
}

/** @throws AppError hold_not_standing for whoever comes second */
async function claimLift(db: Database, operator: Operator, holdId: string): Promise<void> {
  const [claimed] = await db
    .update(cardHolds)
    .set({ liftingSince: new Date() })
    .where(and(eq(cardHolds.id, holdId), isStanding, canBeLiftedBy(operator)))
    .returning({ id: cardHolds.id });
  if (!claimed) throw new AppError('hold_not_standing');
}

/** The card stayed as it was, and so does the hold. */
export async function releaseLift(db: Database, holdId: string): Promise<void> {
  await db.update(cardHolds).set({ liftingSince: null }).where(eq(cardHolds.id, holdId));
}

/** @returns whether it stood until now */
export async function endHold(
  db: Database,
  holdId: string,
  liftedBy: string | null,
  condition?: SQL,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [hold] = await tx
      .update(cardHolds)
      .set({ liftedAt: new Date(), liftedBy })
      .where(and(eq(cardHolds.id, holdId), isStanding, condition))
      .returning();
    if (hold) await tellHoldBeganOrEnded(tx, hold);
    return hold !== undefined;
  });
}
