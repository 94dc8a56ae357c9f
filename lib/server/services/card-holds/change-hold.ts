import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { CardHold } from '../../../contracts/cards.ts';
import type { Operator } from '../../auth/operator.ts';
import { cardHoldAlerts, cardHolds } from '../../db/schema/card-holds.ts';
import { faultCodeOf } from '../../db/is-store-fault.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import type { LocatedCard } from '../locate-card.ts';
import { findYourHold } from './find-yours.ts';
import { readCardHold, reasonPlace } from './read-holds.ts';
import { tellHoldChanged } from './tell-change.ts';
import { isHoldOf, isStanding } from './whose.ts';

const uniqueViolation = '23505';

interface HoldChange {
  holdId: string;
  reviewOn: string;
  reason?: string | undefined;
  refreezes: boolean;
}

/**
 * Sets the next review. Whoever does it answers for the hold from then on.
 * @throws AppError hold_not_standing, card_held; already_held for an operator who holds the card beside it
 */
export async function changeHold(
  parts: Runtime,
  operator: Operator,
  card: LocatedCard,
  { holdId, reviewOn, reason, refreezes }: HoldChange,
): Promise<CardHold | null> {
  const { wasOpen } = await findYourHold(parts.store.db, operator, card.token, holdId);
  const sealed =
    reason === undefined ? undefined : await parts.texts.sealFor(card.token, reasonPlace, reason);
  await parts.store.db.transaction(async (tx) => {
    const [hold] = await tx
      .update(cardHolds)
      .set({ reviewOn, refreezes, heldBy: operator.personId, ...(sealed && { reasonSealed: sealed }) })
      .where(and(eq(cardHolds.id, holdId), isStanding, isHoldOf(operator)))
      .returning()
      .catch((cause: unknown) => {
        throw faultCodeOf(cause) === uniqueViolation ? new AppError('already_held', { cause }) : cause;
      });
    if (!hold) throw new AppError('hold_not_standing');
    await tellHoldChanged(tx, hold, wasOpen);
  });
  return readCardHold(parts, operator, card.token);
}

/** @throws AppError hold_not_standing, card_held */
export async function acknowledgeHoldAlert(
  parts: Runtime,
  operator: Operator,
  card: LocatedCard,
  holdId: string,
): Promise<CardHold | null> {
  const hold = await findYourHold(parts.store.db, operator, card.token, holdId);
  await parts.store.db.transaction(async (tx) => {
    await tx
      .update(cardHoldAlerts)
      .set({ seenBy: operator.personId, seenAt: new Date() })
      .where(and(eq(cardHoldAlerts.holdId, holdId), isNull(cardHoldAlerts.seenAt)));
    await tellHoldChanged(tx, hold);
  });
  return readCardHold(parts, operator, card.token);
}
