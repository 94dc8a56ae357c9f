import 'server-only';
import { and, asc, eq, gt, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { cardTransactions } from '../../db/schema/transactions.ts';
import { type DeclinedPayment, soft } from './meets-rule.ts';

const atOnce = 500;
const { declineReason, merchantName, state } = cardTransactions;

const isDeclined = eq(state, 'DECLINED');
export const isSoft: SQL = sql`(${inArray(declineReason, soft.reasons)}
  or starts_with(coalesce(${declineReason}, ''), ${soft.prefix}))`;

/** The same card, shop and money, approved within the hour. Drizzle leaves the table's name out of what is selected. */
const wentThrough = sql<boolean>`(${isSoft} and exists (
  select 1 from card_transactions later
  where later.card_token = card_transactions.card_token
    and later.created_at > card_transactions.created_at
    and later.created_at <= card_transactions.created_at + interval '1 hour'
    and later.state in ('COMPLETED', 'IN_PROGRESS')
    and later.type not in ('REFUND', 'ACCOUNT_CREDIT', 'CREDIT_TRANSACTION')
    and lower(trim(later.merchant_name)) = lower(trim(card_transactions.merchant_name))
    and later.currency = card_transactions.currency
    and abs(later.amount) = abs(card_transactions.amount)))`;

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
        wentThrough,
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
