import 'server-only';
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, ne, notInArray, or, sql } from 'drizzle-orm';
import { cardLimits, isPhysicalType } from '../../../catalogues/card-orders.ts';
import type { CardAvailability } from '../../../contracts/card-order-writes.ts';
import type { CardScope, Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { cards } from '../../db/schema/cards.ts';
import { cardOrders } from '../../db/schema/kiosks.ts';
import { branches } from '../../db/schema/staff.ts';
import type { Runtime } from '../../runtime.ts';
import { callFor } from './call-for.ts';

/** What Wise lets a profile order now, and what the console knows that it has. @throws AppError not_found */
export async function readAvailability(
  parts: Runtime,
  operator: Operator,
  scope: CardScope,
  profileId: string,
): Promise<CardAvailability> {
  const { db } = parts.store;
  const { name, options, type } = await callFor(parts, profileId);
  parts.accessLog.noteProfile(operator.personId, profileId);
  const asOf = new Date().toISOString();
  const [programmes, held, phoneNumber, known] = await Promise.all([
    parts.wise.cardOrders.getAvailability(options, profileId),
    countHeld(db, profileId),
    scope === 'all' ? readPhone(db, profileId) : null,
    readBranches(db, scope),
  ]);
  const isProduction = parts.env.wise.environment === 'production';
  return {
    profileId,
    profileName: scope === 'all' ? name : null,
    profileType: type,
    phoneNumber,
    programmes: programmes.map(({ cardType, defaultCurrency, name: programme, scheme }) => ({
      name: programme,
      scheme,
      defaultCurrency,
      cardType,
    })),
    held,
    most: type === 'PERSONAL' ? (isProduction ? cardLimits.production : cardLimits.sandbox) : null,
    branches: known,
    asOf,
  };
}

/** Cards that can still be used, and orders that will become one. Wise: a blocked card is not counted. */
async function countHeld(db: Database, profileId: string): Promise<CardAvailability['held']> {
  const today = `${new Date().toISOString().slice(0, 10)}T`;
  const [made, coming] = await Promise.all([
    db
      .select({ type: cards.cardType })
      .from(cards)
      .where(and(eq(cards.profileId, profileId), notInArray(cards.status, ['BLOCKED', 'EXPIRED', 'PURGED']))),
    db
      .select({
        type: cardOrders.cardType,
        isComing: sql<boolean>`${and(
          isNull(cardOrders.cardToken),
          notInArray(cardOrders.status, ['CANCELLED', 'RETURNED', 'COMPLETED']),
        )}`,
        isToday: sql<boolean>`${gte(cardOrders.creationTime, today)}`,
      })
      .from(cardOrders)
      .where(
        and(
          eq(cardOrders.profileId, profileId),
          or(gte(cardOrders.creationTime, today), isNull(cardOrders.cardToken)),
        ),
      ),
  ]);
  const counted = [...made, ...coming.filter(({ isComing }) => isComing)];
  const physical = counted.filter(({ type }) => isPhysicalType(type)).length;
  return {
    physical,
    virtual: counted.length - physical,
    virtualToday: coming.filter(({ isToday, type }) => isToday && !isPhysicalType(type)).length,
  };
}

async function readPhone(db: Database, profileId: string): Promise<string | null> {
  const [row] = await db
    .select({ phoneNumber: cards.phoneNumber })
    .from(cards)
    .where(and(eq(cards.profileId, profileId), isNotNull(cards.phoneNumber), ne(cards.phoneNumber, '')))
    .orderBy(desc(cards.creationTime))
    .limit(1);
  return row?.phoneNumber ?? null;
}

const readBranches = (db: Database, scope: CardScope) =>
  db
    .select({ id: branches.id, name: branches.name })
    .from(branches)
    .where(
      and(
        eq(branches.isActive, true),
        scope === 'all'
          ? undefined
          : scope.branchIds.length === 0
            ? sql`false`
            : inArray(branches.id, scope.branchIds),
      ),
    )
    .orderBy(asc(branches.name));
