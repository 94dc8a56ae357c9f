import { changedByWise } from '../../contracts/wise/webhook-events.ts';
import type { Emulator } from '../emulator.ts';
import type { CardRecord } from '../entities.ts';
import { completeOrderOf } from '../issuing/card-orders.ts';

type CardChange = Partial<Omit<CardRecord, 'token' | 'profileId' | 'creationTime' | 'modificationTime'>>;

/** Every change goes through here, so that `modificationTime` always moves, and always forward. */
export function changeCard({ world }: Emulator, card: CardRecord, change: CardChange): CardRecord {
  return world.cards.put({
    ...card,
    ...change,
    modificationTime: world.clock.nextInstant(card.modificationTime),
  });
}

/**
 * Moves a card to a status and tells the subscribers.
 * @param changedBy the partner's client id, or `internal_system` when Wise itself did it
 */
export function changeCardStatus(
  emulator: Emulator,
  card: CardRecord,
  status: string,
  changedBy: string = changedByWise,
): CardRecord {
  const change: CardChange = { status };
  // Wise: activating through the API completes the card's order, and a completed order unlocks contactless and stripe.
  if (
    card.status === 'INACTIVE' &&
    status === 'ACTIVE' &&
    card.unlockSpendingPermissions === 'WITH_PARTNER_API'
  )
    change.spendingPermissions = card.spendingPermissions.map((row) => ({ ...row, isLocked: false }));
  // Wise: a purged card's data is gone.
  if (status === 'PURGED') Object.assign(change, { cardHolderName: null, phoneNumber: null });
  const changed = changeCard(emulator, card, change);
  emulator.webhooks.emitCardStatusChange(changed, changedBy);
  if (card.status === 'INACTIVE' && status === 'ACTIVE') completeOrderOf(emulator, changed);
  return changed;
}
