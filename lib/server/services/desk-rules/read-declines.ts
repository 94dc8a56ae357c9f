import 'server-only';
import { and, asc, eq, gt, isNotNull, or, type SQL } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { cardTransactions } from '../../db/schema/transactions.ts';
import type { DeclinedPayment } from './meets-rule.ts';

const atOnce = 500;
const { declineReason, merchantName, state } = cardTransactions;

const isDeclined = eq(state, 'DECLINED');
/** Declined payments that `where` names, in pages, by their moment. */
export async function* readDeclines(db: Database, where: SQL | undefined): AsyncGenerator<DeclinedPayment[]> {
  const { createdAt, profileId, transactionId } = cardTransactions;
  let last: DeclinedPayment | undefined;
  for (;;) {
    const after =
      last &&
      or(
        gt(createdAt, last.createdAt),
        and(eq(createdAt, last.createdAt), gt(transactionId, last.transactionId)),
        and(
          eq(createdAt, last.createdAt),
          eq(transactionId, last.transactionId),
          gt(profileId, last.profileId),
        ),
      );
    const page: DeclinedPayment[] = await db
      .select({
        profileId,
        transactionId,
        createdAt,
        cardToken: cardTransactions.cardToken,
        declineReason,
        detailedDeclineReason: cardTransactions.detailedDeclineReason,
        amount: cardTransactions.amount,
        currency: cardTransactions.currency,
        billingAmount: cardTransactions.billingAmount,
        billingCurrency: cardTransactions.billingCurrency,
        merchantName,
        merchantCountry: cardTransactions.merchantCountry,
        mcc: cardTransactions.mcc,
        wentThrough: isNotNull(cardTransactions.wentThroughAt).mapWith(Boolean),
      })
      .from(cardTransactions)
      .where(and(isDeclined, where, after))
      .orderBy(asc(createdAt), asc(transactionId), asc(profileId))
      .limit(atOnce);
    if (page.length > 0) yield page;
    if (page.length < atOnce) return;
    last = page.at(-1);
  }
}
