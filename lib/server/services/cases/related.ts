import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import type { RelatedTransaction } from '../../../contracts/cases.ts';
import type { Database } from '../../db/database.ts';
import { cards } from '../../db/schema/cards.ts';
import { caseTransactions } from '../../db/schema/cases.ts';
import { cardTransactions } from '../../db/schema/transactions.ts';

/** What belongs to a case besides its own payment, the newest first. */
export async function readRelated(db: Database, caseId: string): Promise<RelatedTransaction[]> {
  const rows = await db
    .select({ payment: cardTransactions, lastFourDigits: cards.lastFourDigits })
    .from(caseTransactions)
    .innerJoin(
      cardTransactions,
      and(
        eq(cardTransactions.createdAt, caseTransactions.createdAt),
        eq(cardTransactions.transactionId, caseTransactions.transactionId),
        eq(cardTransactions.profileId, caseTransactions.profileId),
      ),
    )
    .leftJoin(cards, eq(cards.token, cardTransactions.cardToken))
    .where(eq(caseTransactions.caseId, caseId))
    .orderBy(desc(caseTransactions.createdAt));
  return rows.map(toRelated);
}

export const toRelated = ({
  lastFourDigits,
  payment,
}: {
  payment: typeof cardTransactions.$inferSelect;
  lastFourDigits: string | null;
}): RelatedTransaction => ({
  profileId: payment.profileId,
  id: payment.transactionId,
  cardToken: payment.cardToken,
  lastFourDigits,
  creationTime: payment.createdAt.toISOString(),
  state: payment.state,
  transactionAmount: { amount: payment.amount, currency: payment.currency },
  merchantName: payment.merchantName,
});
