import 'server-only';
import { and, count, desc, eq, isNull } from 'drizzle-orm';
import { holdRefreeze } from '../../../contracts/cards.schema.ts';
import type { OverviewItem } from '../../../contracts/overview.ts';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { cardHoldAlerts, cardHolds } from '../../db/schema/card-holds.ts';
import { cards } from '../../db/schema/cards.ts';
import { people } from '../../db/schema/staff.ts';
import { holderHasLeft, isHoldOf, isOpen, isStanding } from './whose.ts';

const shown = 10;

/** Held cards that are or were ACTIVE, until somebody says that they have seen it; those that are come first. */
export async function listHoldAlerts(db: Database, operator: Operator): Promise<OverviewItem[]> {
  const rows = await db
    .select({ alert: cardHoldAlerts, lastFourDigits: cards.lastFourDigits, status: cards.status })
    .from(cardHoldAlerts)
    .innerJoin(cardHolds, eq(cardHolds.id, cardHoldAlerts.holdId))
    .innerJoin(cards, eq(cards.token, cardHoldAlerts.cardToken))
    .where(and(isNull(cardHoldAlerts.seenAt), isStanding, isHoldOf(operator)))
    .orderBy(desc(eq(cards.status, 'ACTIVE')), desc(cardHoldAlerts.noticedAt))
    .limit(shown * 5);
  const newest = rows.filter(
    ({ alert }, index) => rows.findIndex((row) => row.alert.holdId === alert.holdId) === index,
  );
  return newest.slice(0, shown).map(({ alert, lastFourDigits, status }) => ({
    kind: 'held-card-active',
    at: alert.turnedAt,
    cause: alert.cause === 'not-frozen' ? 'not-frozen' : 'turned-active',
    refreeze: holdRefreeze.parse(alert.refreeze),
    status,
    holdId: alert.holdId,
    profileId: alert.profileId,
    cardToken: alert.cardToken,
    lastFourDigits,
  }));
}

/** Reviews of today and before, and holds whose holder has left; the longest due first. */
export async function listDueReviews(db: Database, operator: Operator): Promise<OverviewItem[]> {
  const isDue = and(isStanding, isOpen, isHoldOf(operator));
  const [rows, [counted]] = await Promise.all([
    db
      .select({ hold: cardHolds, heldBy: people.name, holderHasLeft, lastFourDigits: cards.lastFourDigits })
      .from(cardHolds)
      .innerJoin(cards, eq(cards.token, cardHolds.cardToken))
      .innerJoin(people, eq(people.id, cardHolds.heldBy))
      .where(isDue)
      .orderBy(cardHolds.reviewOn, cardHolds.placedAt)
      .limit(shown),
    db.select({ holds: count() }).from(cardHolds).where(isDue),
  ]);
  const items = rows.map(
    ({ hold, lastFourDigits, ...holder }): OverviewItem => ({
      kind: 'hold-review-due',
      at: hold.placedAt.toISOString(),
      reviewOn: hold.reviewOn,
      ...holder,
      holdId: hold.id,
      profileId: hold.profileId,
      cardToken: hold.cardToken,
      lastFourDigits,
    }),
  );
  const more = (counted?.holds ?? 0) - items.length;
  const last = items.at(-1);
  return more > 0 && last ? [...items, { kind: 'more-hold-reviews-due', at: last.at, holds: more }] : items;
}
