import 'server-only';
import { and, desc, eq, exists, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { CardHold, IndexedCard } from '../../../contracts/cards.ts';
import { holdRefreeze } from '../../../contracts/cards.schema.ts';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { cardHoldAlerts, cardHolds } from '../../db/schema/card-holds.ts';
import { cards } from '../../db/schema/cards.ts';
import { people } from '../../db/schema/staff.ts';
import type { Runtime } from '../../runtime.ts';
import { holderHasLeft, isHoldOf, isStanding } from './whose.ts';

type HoldMark = NonNullable<IndexedCard['hold']>;

/** Where a hold's reason lies, sealed under the card's own key. */
export const reasonPlace = { table: 'card_holds', column: 'reason_sealed' };
/** All that is told of a hold to those whose it is not. */
const notYours = { isYours: false, reviewOn: null, details: null } satisfies CardHold;
const causeSchema = z.enum(['turned-active', 'not-frozen']);

/** The holds that stand on these cards as this person may know them. */
export async function readHoldMarks(
  db: Database,
  operator: Operator,
  tokens: string[],
): Promise<Map<string, HoldMark>> {
  if (tokens.length === 0) return new Map();
  const rows = await db
    .select({ token: cardHolds.cardToken, isYours: isYoursOf(operator), reviewOn: cardHolds.reviewOn })
    .from(cardHolds)
    .where(and(inArray(cardHolds.cardToken, tokens), isStanding))
    .orderBy(desc(cardHolds.reviewOn));
  const marks = new Map<string, HoldMark>();
  for (const { token, isYours, reviewOn } of rows) {
    if (isYours) marks.set(token, { isYours, reviewOn });
    else if (!marks.has(token)) marks.set(token, { isYours, reviewOn: null });
  }
  return marks;
}

/**
 * The hold on one card: the person's own, else the one of their side that is reviewed first, else only that there is one.
 */
export async function readCardHold(
  { heldCards, store, texts }: Pick<Runtime, 'heldCards' | 'store' | 'texts'>,
  operator: Operator,
  cardToken: string,
): Promise<CardHold | null> {
  if (!(await heldCards.mayBeHeld(cardToken))) return null;
  const { db } = store;
  const isOwn = sql<boolean>`${cardHolds.heldBy} = ${operator.personId}`;
  const [row] = await db
    .select({ hold: cardHolds, name: people.name, isYours: isYoursOf(operator), isOwn, holderHasLeft })
    .from(cardHolds)
    .innerJoin(people, eq(people.id, cardHolds.heldBy))
    .where(and(eq(cardHolds.cardToken, cardToken), isStanding))
    .orderBy(desc(isYoursOf(operator)), desc(isOwn), cardHolds.reviewOn)
    .limit(1);
  if (!row) return null;
  if (!row.isYours) return notYours;
  const { hold } = row;
  return {
    isYours: true,
    reviewOn: hold.reviewOn,
    details: {
      holdId: hold.id,
      heldBy: row.name,
      isOwn: row.isOwn,
      holderHasLeft: row.holderHasLeft,
      placedAt: hold.placedAt.toISOString(),
      refreezes: hold.refreezes,
      reason: (await texts.openFor(cardToken, reasonPlace, hold.reasonSealed)) ?? null,
      alert: await readOpenAlert(db, hold.id),
    },
  };
}

async function readOpenAlert(db: Database, holdId: string) {
  const [alert] = await db
    .select()
    .from(cardHoldAlerts)
    .where(and(eq(cardHoldAlerts.holdId, holdId), isNull(cardHoldAlerts.seenAt)))
    .orderBy(desc(cardHoldAlerts.noticedAt))
    .limit(1);
  if (!alert) return null;
  return {
    cause: causeSchema.parse(alert.cause),
    at: alert.turnedAt,
    refreeze: holdRefreeze.parse(alert.refreeze),
  };
}

/** For the list of cards; a value nobody knows finds nothing. */
export function hasHold(operator: Operator, wanted: string[] | undefined): SQL | undefined {
  if (!wanted || wanted.length === 0) return undefined;
  const which = or(
    wanted.includes('held') ? sql`true` : undefined,
    wanted.includes('yours') ? isHoldOf(operator) : undefined,
  );
  return exists(
    new QueryBuilder()
      .select({ one: sql`1` })
      .from(cardHolds)
      .where(and(eq(cardHolds.cardToken, cards.token), isStanding, which ?? sql`false`)),
  );
}

const isYoursOf = (operator: Operator) => sql<boolean>`(${isHoldOf(operator)})`;
