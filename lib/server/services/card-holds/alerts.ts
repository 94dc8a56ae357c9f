import 'server-only';
import { and, inArray, isNull, sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { cardHoldAlerts, cardHolds } from '../../db/schema/card-holds.ts';
import { isStanding } from './whose.ts';

/** NOTIFY on it: a held card waits to be frozen again. */
export const refreezeChannel = 'held_cards_turned_active';

interface ActiveCard {
  token: string;
  modificationTime: string;
}

/**
 * One alert per standing hold and turn, in the transaction that stores what Wise told. A card that is being unfrozen
 * together with the lifting of its hold raises none for that hold.
 * @param cause not-frozen = the freeze of the hold itself never arrived: that is for a person to decide again
 */
export async function raiseHoldAlerts(
  tx: Database,
  cause: 'turned-active' | 'not-frozen',
  turned: ActiveCard[],
): Promise<void> {
  if (turned.length === 0) return;
  const times = new Map(turned.map(({ token, modificationTime }) => [token, modificationTime]));
  const held = await tx
    .select()
    .from(cardHolds)
    .where(and(inArray(cardHolds.cardToken, [...times.keys()]), isStanding, isNull(cardHolds.liftingSince)));
  if (held.length === 0) return;
  const raised = await tx
    .insert(cardHoldAlerts)
    .values(
      held.map((hold) => ({
        holdId: hold.id,
        cardToken: hold.cardToken,
        profileId: hold.profileId,
        cause,
        turnedAt: times.get(hold.cardToken) ?? '',
        refreeze: cause === 'turned-active' && hold.refreezes ? 'due' : 'none',
      })),
    )
    .onConflictDoNothing()
    .returning({ refreeze: cardHoldAlerts.refreeze });
  if (raised.some(({ refreeze }) => refreeze === 'due'))
    await tx.execute(sql`select pg_notify(${refreezeChannel}, '')`);
}
