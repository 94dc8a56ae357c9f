import 'server-only';
import { and, asc, eq, inArray, notExists, type SQL, sql } from 'drizzle-orm';
import { ageInDays } from '../../../catalogues/card-order-age.ts';
import type { QueuedCard } from '../../../contracts/kiosk-board.ts';
import type { Database } from '../../db/database.ts';
import { cardCollections, cards } from '../../db/schema/cards.ts';
import { printJobs, productions } from '../../db/schema/kiosks.ts';
import { openStates } from './read-outcomes.ts';

const shown = 100;
/** Cards that still can be used once they are printed. */
const usable = ['ACTIVE', 'INACTIVE', 'FROZEN'];

/** Cards that wait to be printed and are not being sent. */
export const waitsForPrint = (db: Database, more: SQL | undefined): SQL | undefined =>
  and(
    inArray(productions.status, ['READY', 'PRODUCTION_ERROR']),
    inArray(cards.status, usable),
    notExists(
      db
        .select({ id: printJobs.id })
        .from(printJobs)
        .where(and(eq(printJobs.cardToken, productions.cardToken), inArray(printJobs.state, openStates))),
    ),
    more,
  );

const selectQueue = (db: Database) =>
  db
    .select({
      profileId: cards.profileId,
      cardToken: cards.token,
      lastFourDigits: cards.lastFourDigits,
      cardHolderName: cards.cardHolderName,
      scheme: cards.scheme,
      status: productions.status,
      madeAt: cards.creationTime,
      branchId: cardCollections.branchId,
      orderId: sql<
        string | null
      >`(select ordered.id from card_orders ordered where ordered.card_token = ${cards.token}
        order by ordered.creation_time desc limit 1)`,
    })
    .from(productions)
    .innerJoin(cards, eq(cards.token, productions.cardToken))
    .leftJoin(cardCollections, eq(cardCollections.cardToken, productions.cardToken));

/** Oldest first. */
export async function readWaitingCards(
  db: Database,
  more: SQL | undefined,
  nowMs: number,
  limit = shown,
): Promise<QueuedCard[]> {
  const rows = await selectQueue(db)
    .where(waitsForPrint(db, more))
    .orderBy(asc(cards.creationTime))
    .limit(limit);
  return rows.map((row) => ({ ...row, ageDays: ageInDays(row.madeAt, nowMs) }));
}

export async function countWaitingCards(db: Database, branchId: string): Promise<number> {
  const [found] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(productions)
    .innerJoin(cards, eq(cards.token, productions.cardToken))
    .innerJoin(cardCollections, eq(cardCollections.cardToken, productions.cardToken))
    .where(waitsForPrint(db, eq(cardCollections.branchId, branchId)));
  return found?.count ?? 0;
}
