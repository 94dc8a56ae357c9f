import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { cardHolds } from '../../db/schema/card-holds.ts';
import { AppError } from '../../http/app-error.ts';
import { isHoldOf, isOpen, isStanding } from './whose.ts';

/**
 * A hold that this person may change and lift.
 * @throws AppError hold_not_standing, for one that was lifted meanwhile as for one there never was; card_held where only
 * holds stand that are not this person's, whoever's they are
 */
export async function findYourHold(db: Database, operator: Operator, cardToken: string, holdId: string) {
  const [found] = await db
    .select({ hold: cardHolds, wasOpen: isOpen })
    .from(cardHolds)
    .where(and(eq(cardHolds.id, holdId), eq(cardHolds.cardToken, cardToken), isHoldOf(operator)));
  if (found && found.hold.liftedAt === null) return { ...found.hold, wasOpen: found.wasOpen };
  if (found) throw new AppError('hold_not_standing');
  const [other] = await db
    .select({ one: sql`1` })
    .from(cardHolds)
    .where(and(eq(cardHolds.cardToken, cardToken), isStanding))
    .limit(1);
  throw new AppError(other ? 'card_held' : 'hold_not_standing');
}
