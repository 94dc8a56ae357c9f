import 'server-only';
import { asc, desc, eq } from 'drizzle-orm';
import type { CardMoment, CardTimeline } from '../../../contracts/cases.ts';
import type { CardEvent } from '../../../contracts/cards.ts';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { declineCases } from '../../db/schema/cases.ts';
import { cardOrders, cardOrderStatuses, productionEvents } from '../../db/schema/kiosks.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { cursorBefore, readCardHistory } from '../card-history.ts';
import { findReadingsAround } from '../spending-permission-readings/find-readings.ts';
import { momentsOfReadings } from './switch-moments.ts';

/** On each side of the payment. */
const mostEvents = 50;

/**
 * What happened to the card of a case before its payment and after it, the newest first.
 * @throws AppError not_found
 */
export async function readCardTimeline(
  parts: Pick<Runtime, 'store' | 'texts'>,
  reader: Operator,
  caseId: string,
): Promise<CardTimeline> {
  const { db } = parts.store;
  const [found] = await db
    .select({
      cardToken: declineCases.cardToken,
      profileId: declineCases.profileId,
      declinedAt: declineCases.transactionCreatedAt,
    })
    .from(declineCases)
    .where(eq(declineCases.id, caseId));
  if (!found) throw new AppError('not_found');
  const { cardToken: token, declinedAt } = found;
  const at = declinedAt.toISOString();
  const [newest, before, readings, printed, ordered] = await Promise.all([
    readCardHistory(parts, reader, { token }, { limit: mostEvents }),
    readCardHistory(parts, reader, { token }, { cursor: cursorBefore(declinedAt), limit: mostEvents }),
    findReadingsAround(db, token, declinedAt, mostEvents),
    readPrinted(db, token),
    readOrdered(db, token),
  ]);
  const after = newest.items.filter((one) => one.at >= at);
  const events: CardEvent[] = [...after, ...before.items];
  const moments: CardMoment[] = [
    ...events.map((event) => ({ kind: 'card-event' as const, id: event.id, at: event.at, event })),
    ...momentsOfReadings(readings, declinedAt, events),
    ...printed,
    ...ordered,
  ];
  return {
    moments: moments.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at)),
    declinedAt: at,
    isCut: before.nextCursor !== null || (after.length === mostEvents && newest.nextCursor !== null),
    asOf: new Date().toISOString(),
  };
}

async function readPrinted(db: Database, token: string): Promise<CardMoment[]> {
  const rows = await db
    .select()
    .from(productionEvents)
    .where(eq(productionEvents.cardToken, token))
    .orderBy(desc(productionEvents.occurredAt))
    .limit(mostEvents);
  return rows.map(({ errorCode, id, kioskId, occurredAt, receivedAt, sentAt, status }) => ({
    kind: 'production',
    id,
    // `occurredAt` is when the attempt was begun, whatever it tells of it.
    at: (sentAt ?? occurredAt ?? receivedAt).toISOString(),
    status,
    kioskId,
    errorCode,
  }));
}

async function readOrdered(db: Database, token: string): Promise<CardMoment[]> {
  const rows = await db
    .select({ profileId: cardOrders.profileId, told: cardOrderStatuses })
    .from(cardOrders)
    .innerJoin(cardOrderStatuses, eq(cardOrderStatuses.orderId, cardOrders.id))
    .where(eq(cardOrders.cardToken, token))
    .orderBy(asc(cardOrderStatuses.at));
  return rows.map(({ profileId, told: { at, orderId, status } }) => ({
    kind: 'order',
    id: `${orderId} ${status}`,
    at: new Date(at).toISOString(),
    profileId,
    orderId,
    status,
  }));
}
