import 'server-only';
import { eq } from 'drizzle-orm';
import { canBeHeld, holdOwnerOf, whyNotHeld } from '../../../catalogues/card-holds.ts';
import type { Card } from '../../../contracts/cards.ts';
import type { Operator } from '../../auth/operator.ts';
import { cardHolds } from '../../db/schema/card-holds.ts';
import { cards } from '../../db/schema/cards.ts';
import { AppError } from '../../http/app-error.ts';
import { toAppError } from '../../http/to-app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { storeCards } from '../card-index.ts';
import type { LocatedCard } from '../locate-card.ts';
import { toCard } from '../read-card.ts';
import { setCardStatus } from '../set-card-status.ts';
import { reasonPlace } from './read-holds.ts';
import { tellHoldBeganOrEnded } from './tell-change.ts';

interface HoldTerms {
  reason: string;
  reviewOn: string;
  refreezes: boolean;
}
type Hold = typeof cardHolds.$inferSelect;

/**
 * The hold stands before Wise is asked to freeze, so that no unfreeze slips in between. Where the freeze certainly did not
 * happen it is taken back; where that is not known it stands, and reading Wise tells whether the card is frozen.
 * @throws AppError card_status_not_offered, already_held, outcome_unknown
 */
export async function placeHold(
  parts: Runtime,
  operator: Operator,
  card: LocatedCard,
  terms: HoldTerms,
  note: (details: Record<string, unknown>) => void,
): Promise<Card> {
  const call = { userId: card.userId, priority: 'interactive' as const };
  let asOf = new Date();
  let told = await parts.wise.cards.getCard(call, card.profileId, card.token);
  // A status of earlier must not look like one that the card turned to under the hold.
  await storeCards(parts.store.db, [told], asOf);
  const { hold, from } = await insertHold(parts, operator, card, terms);
  note({ from, holdId: hold.id, ...(from === 'ACTIVE' && { to: 'FROZEN' }) });
  if (from === 'ACTIVE') {
    ({ told, asOf } = await freezeOrWithdraw(parts, operator, card, hold));
  }
  return toCard(parts, operator, card, told, asOf);
}

/** Of two who hold an ACTIVE card at once Wise refuses the second freeze; the card is frozen all the same, and both hold it. */
async function freezeOrWithdraw(parts: Runtime, operator: Operator, card: LocatedCard, hold: Hold) {
  try {
    return await setCardStatus(parts, operator, card, 'FROZEN');
  } catch (error) {
    if (toAppError(error).code === 'outcome_unknown') throw error;
    const asOf = new Date();
    const call = { userId: card.userId, priority: 'interactive' as const };
    const told = await parts.wise.cards.getCard(call, card.profileId, card.token).catch(() => undefined);
    if (told?.status.value === 'FROZEN') return { told, asOf };
    await withdrawHold(parts, hold);
    throw error;
  }
}

async function insertHold(
  { heldCards, store, texts }: Runtime,
  operator: Operator,
  card: LocatedCard,
  { reason, reviewOn, refreezes }: HoldTerms,
): Promise<{ hold: Hold; from: string }> {
  const owner = holdOwnerOf(operator.role);
  if (!owner) throw new AppError('forbidden');
  const reasonSealed = await texts.sealFor(card.token, reasonPlace, reason);
  const placed = await store.db.transaction(async (tx) => {
    // Whoever stores an answer of Wise about this card waits, or is waited for: none falls between the look and the hold.
    const [known] = await tx
      .select({ status: cards.status })
      .from(cards)
      .where(eq(cards.token, card.token))
      .for('update');
    const from = known?.status ?? '';
    if (!canBeHeld(from))
      throw new AppError('card_status_not_offered', { detail: `Not offered: ${whyNotHeld(from)}.` });
    const [hold] = await tx
      .insert(cardHolds)
      .values({
        cardToken: card.token,
        profileId: card.profileId,
        owner,
        heldBy: operator.personId,
        reviewOn,
        refreezes,
        reasonSealed,
      })
      .onConflictDoNothing()
      .returning();
    if (!hold) throw new AppError('already_held');
    await tellHoldBeganOrEnded(tx, hold);
    return { hold, from };
  });
  heldCards.note(card.token);
  return placed;
}

async function withdrawHold({ store }: Runtime, hold: Hold): Promise<void> {
  await store.db.transaction(async (tx) => {
    await tx.delete(cardHolds).where(eq(cardHolds.id, hold.id));
    await tellHoldBeganOrEnded(tx, hold);
  });
}
