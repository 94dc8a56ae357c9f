import 'server-only';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Operator } from '../../auth/operator.ts';
import { cardHoldAlerts, cardHolds } from '../../db/schema/card-holds.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { refreezeChannel } from './alerts.ts';
import { isHoldOf, isStanding } from './whose.ts';

/**
 * Refuses while any hold stands on the card but the one that is being lifted. Of a hold that is not the caller's the
 * answer is the same whoever's it is.
 * @throws AppError card_held
 */
export async function requireNoHold(
  { store }: Pick<Runtime, 'store'>,
  operator: Operator | null,
  cardToken: string,
  liftingHoldId?: string,
): Promise<void> {
  const isYours = operator ? isHoldOf(operator) : sql`false`;
  const standing = await store.db
    .select({ isYours: sql<boolean>`(${isYours})` })
    .from(cardHolds)
    .where(holdsBut(cardToken, liftingHoldId));
  if (standing.length === 0) return;
  throw new AppError(
    'card_held',
    standing.some((hold) => hold.isYours)
      ? { detail: 'The hold is yours: lift it first. Nothing was changed.' }
      : {},
  );
}

/**
 * After Wise made the card ACTIVE: a hold placed while the call was under way has the card frozen again, whatever its rule
 * is for a card that turns ACTIVE by itself.
 * @param turnedAt as the index keeps it
 * @throws AppError card_held
 */
export async function refreezeIfHeld(
  { store }: Pick<Runtime, 'store'>,
  cardToken: string,
  turnedAt: string,
  liftingHoldId?: string,
): Promise<void> {
  const isHeld = await store.db.transaction(async (tx) => {
    const standing = await tx
      .select({ id: cardHolds.id })
      .from(cardHolds)
      .where(holdsBut(cardToken, liftingHoldId));
    if (standing.length === 0) return false;
    const ids = standing.map(({ id }) => id);
    await tx
      .update(cardHoldAlerts)
      .set({ refreeze: 'due' })
      .where(
        and(
          inArray(cardHoldAlerts.holdId, ids),
          eq(cardHoldAlerts.turnedAt, turnedAt),
          eq(cardHoldAlerts.refreeze, 'none'),
        ),
      );
    await tx.execute(sql`select pg_notify(${refreezeChannel}, '')`);
    return true;
  });
  if (isHeld)
    throw new AppError('card_held', {
      detail: 'A hold was placed at the same moment. The card stays frozen.',
    });
}

const holdsBut = (cardToken: string, holdId: string | undefined) =>
  and(
    eq(cardHolds.cardToken, cardToken),
    isStanding,
    holdId === undefined ? undefined : ne(cardHolds.id, holdId),
  );
