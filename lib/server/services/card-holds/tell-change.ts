import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { cardHolds } from '../../db/schema/card-holds.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { isStanding } from './whose.ts';

type HoldOnCard = Pick<typeof cardHolds.$inferSelect, 'id' | 'cardToken' | 'profileId'>;

/**
 * Tells open pages of a hold that began or ended. Where another stands beside it nothing changes for those whose it is not,
 * and they hear of nothing: an event without a visible change would tell them that there is a second one.
 */
export async function tellHoldBeganOrEnded(tx: Database, hold: HoldOnCard): Promise<void> {
  const { id, profileId, cardToken } = hold;
  const [other] = await tx
    .select({ id: cardHolds.id })
    .from(cardHolds)
    .where(and(eq(cardHolds.cardToken, cardToken), ne(cardHolds.id, id), isStanding))
    .limit(1);
  if (other) await tellHoldChanged(tx, hold);
  else await publishEvent(tx, { type: 'card.changed', profileId, cardToken });
}

/**
 * To those alone whose hold it is.
 * @param wasOpen it was every operator's until now, and whoever loses it from sight hears of that as well
 */
export async function tellHoldChanged(tx: Database, hold: HoldOnCard, wasOpen = false): Promise<void> {
  const { id: holdId, profileId, cardToken } = hold;
  await publishEvent(tx, { type: 'hold.changed', profileId, cardToken, holdId, wasOpen });
}
