import 'server-only';
import { and, between, desc, eq, exists, ne, not, or, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { nearbyReply } from '../../../contracts/cases.schema.ts';
import { cards } from '../../db/schema/cards.ts';
import { caseTransactions, declineCases } from '../../db/schema/cases.ts';
import { cardTransactions } from '../../db/schema/transactions.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { toRelated } from './related.ts';

const mostOfEach = 20;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * What may belong to a case and does not yet: the card's other transactions of a week before and after, and the shop's declines
 * on other cards of a day before and after; the newest first.
 * @throws AppError not_found
 */
export async function findNearby(
  { store }: Pick<Runtime, 'store'>,
  caseId: string,
): Promise<z.input<typeof nearbyReply>> {
  const { db } = store;
  const [found] = await db
    .select({ row: declineCases, merchantName: cardTransactions.merchantName })
    .from(declineCases)
    .innerJoin(
      cardTransactions,
      and(
        eq(cardTransactions.createdAt, declineCases.transactionCreatedAt),
        eq(cardTransactions.transactionId, declineCases.transactionId),
        eq(cardTransactions.profileId, declineCases.profileId),
      ),
    )
    .where(eq(declineCases.id, caseId));
  if (!found) throw new AppError('not_found');
  const { merchantName, row } = found;
  const around = (days: number) => {
    const at = row.transactionCreatedAt.getTime();
    return between(cardTransactions.createdAt, new Date(at - days * dayMs), new Date(at + days * dayMs));
  };
  const isKnown = or(
    and(eq(cardTransactions.transactionId, row.transactionId), eq(cardTransactions.profileId, row.profileId)),
    exists(
      db
        .select({ one: sql`1` })
        .from(caseTransactions)
        .where(
          and(
            eq(caseTransactions.caseId, caseId),
            eq(caseTransactions.transactionId, cardTransactions.transactionId),
            eq(caseTransactions.profileId, cardTransactions.profileId),
          ),
        ),
    ),
  );
  const read = (where: SQL | undefined) =>
    db
      .select({ payment: cardTransactions, lastFourDigits: cards.lastFourDigits })
      .from(cardTransactions)
      .leftJoin(cards, eq(cards.token, cardTransactions.cardToken))
      .where(and(where, isKnown && not(isKnown)))
      .orderBy(desc(cardTransactions.createdAt))
      .limit(mostOfEach);
  const [ofCard, ofShop] = await Promise.all([
    read(and(eq(cardTransactions.cardToken, row.cardToken), around(7))),
    merchantName === null
      ? []
      : read(
          and(
            eq(cardTransactions.state, 'DECLINED'),
            eq(sql`lower(trim(${cardTransactions.merchantName}))`, sql`lower(trim(${merchantName}))`),
            ne(cardTransactions.cardToken, row.cardToken),
            around(1),
          ),
        ),
  ]);
  return { ofCard: ofCard.map(toRelated), ofShop: ofShop.map(toRelated), asOf: new Date().toISOString() };
}
