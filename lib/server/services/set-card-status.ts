import 'server-only';
import type { WiseCard } from '../../contracts/cards.ts';
import type { Operator } from '../auth/operator.ts';
import type { Runtime } from '../runtime.ts';
import { refreezeIfHeld, requireNoHold } from './card-holds/require-no-hold.ts';
import { storeCards } from './card-index.ts';
import { padInstant } from './search-text.ts';

interface CardAtWise {
  token: string;
  profileId: string;
  userId: string;
}

interface SetStatusOptions {
  /** The hold that ends with this very call. */
  liftingHoldId?: string;
  priority?: 'interactive' | 'background';
}

/**
 * The one place that asks Wise for another status, so that no way through the console makes a card ACTIVE while somebody's
 * hold stands. The look at the holds comes last before the call and again when its answer is stored: a hold placed in
 * between either finds the card ACTIVE and freezes it, or is found here and has it frozen again.
 * @param operator null = the console itself
 * @throws AppError card_held; WiseError
 */
export async function setCardStatus(
  parts: Pick<Runtime, 'store' | 'wise' | 'afterWrite'>,
  operator: Operator | null,
  card: CardAtWise,
  to: 'ACTIVE' | 'FROZEN' | 'BLOCKED',
  { liftingHoldId, priority = 'interactive' }: SetStatusOptions = {},
): Promise<{ told: WiseCard; asOf: Date }> {
  const call = { userId: card.userId, priority };
  if (to === 'ACTIVE') await requireNoHold(parts, operator, card.token, liftingHoldId);
  const asOf = new Date();
  const told = await parts.wise.cards.updateCardStatus(call, card.profileId, card.token, to);
  await parts.afterWrite(storeCards(parts.store.db, [told], asOf));
  if (to === 'ACTIVE')
    await refreezeIfHeld(parts, card.token, padInstant(told.modificationTime), liftingHoldId);
  return { told, asOf };
}
