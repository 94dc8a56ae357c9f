import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import type { sharedBody, sharedReply } from '../../../contracts/case-patterns.schema.ts';
import { formatProgramme } from '../../../format/card-numbers.ts';
import { formatMoney } from '../../../format/money.ts';
import { formatAuthorisationMethod } from '../../../format/transactions.ts';
import type { Database } from '../../db/database.ts';
import { cards } from '../../db/schema/cards.ts';
import { caseTransactions, declineCases } from '../../db/schema/cases.ts';
import { cardTransactions } from '../../db/schema/transactions.ts';
import type { Runtime } from '../../runtime.ts';
import { findShared, type MarkedPayment } from './find-shared.ts';

const mostTold = 30;
const mostPayments = 50;

/** What the marked cases have in common, over their own transactions and those that belong to them. */
export async function readShared(
  { store }: Pick<Runtime, 'store'>,
  { caseIds, timeZone }: z.output<typeof sharedBody>,
): Promise<z.input<typeof sharedReply>> {
  const payments = await readPayments(store.db, caseIds, timeZone);
  return {
    cases: new Set(payments.map(({ caseId }) => caseId)).size,
    transactions: payments.length,
    items: findShared(payments)
      .slice(0, mostTold)
      .map(({ from, until, payments: alike, ...one }) => ({
        ...one,
        from: from.toISOString(),
        until: until.toISOString(),
        transactions: alike.slice(0, mostPayments).map(({ createdAt, profileId, transactionId }) => ({
          profileId,
          id: transactionId,
          creationTime: createdAt.toISOString(),
        })),
      })),
    asOf: new Date().toISOString(),
  };
}

async function readPayments(
  db: Database,
  caseIds: readonly string[],
  timeZone: string,
): Promise<MarkedPayment[]> {
  const belonging = unionAll(
    db
      .select({
        caseId: declineCases.id,
        transactionId: declineCases.transactionId,
        profileId: declineCases.profileId,
        createdAt: declineCases.transactionCreatedAt,
      })
      .from(declineCases)
      .where(inArray(declineCases.id, [...caseIds])),
    db
      .select({
        caseId: caseTransactions.caseId,
        transactionId: caseTransactions.transactionId,
        profileId: caseTransactions.profileId,
        createdAt: caseTransactions.createdAt,
      })
      .from(caseTransactions)
      .where(inArray(caseTransactions.caseId, [...caseIds])),
  ).as('belonging');
  const rows = await db
    .select({
      caseId: belonging.caseId,
      payment: cardTransactions,
      lastFourDigits: cards.lastFourDigits,
      cardHolderName: cards.cardHolderName,
      programme: cards.programme,
    })
    .from(belonging)
    .innerJoin(
      cardTransactions,
      and(
        eq(cardTransactions.createdAt, belonging.createdAt),
        eq(cardTransactions.transactionId, belonging.transactionId),
        eq(cardTransactions.profileId, belonging.profileId),
      ),
    )
    .leftJoin(cards, eq(cards.token, cardTransactions.cardToken))
    .orderBy(sql`${cardTransactions.createdAt}`);
  const hourIn = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
  return rows.map(({ caseId, payment, ...card }) => ({
    caseId,
    profileId: payment.profileId,
    transactionId: payment.transactionId,
    createdAt: payment.createdAt,
    cardToken: payment.cardToken,
    values: valuesOf(payment, card, hourIn.format(payment.createdAt)),
  }));
}

function valuesOf(
  payment: typeof cardTransactions.$inferSelect,
  {
    cardHolderName,
    lastFourDigits,
    programme,
  }: Record<'cardHolderName' | 'lastFourDigits' | 'programme', string | null>,
  hour: string,
): MarkedPayment['values'] {
  const { amount, authorisationMethod, cardToken, currency, mcc, merchantCategory } = payment;
  const { merchantCountry, merchantName, profileId } = payment;
  const shop = merchantName?.trim();
  return {
    card: { value: cardToken, label: `•••• ${lastFourDigits ?? '????'}` },
    amount: { value: `${amount} ${currency}`, label: formatMoney(amount, currency) },
    hour: { value: hour, label: `${hour}:00 to ${hour}:59` },
    ...(shop && { merchant: { value: shop.toLowerCase(), label: shop } }),
    ...(mcc && { mcc: { value: mcc, label: merchantCategory ? `${mcc} ${merchantCategory}` : mcc } }),
    ...(merchantCountry && { country: { value: merchantCountry, label: merchantCountry } }),
    ...(cardHolderName && { customer: { value: `${profileId} ${cardHolderName}`, label: cardHolderName } }),
    ...(programme && { programme: { value: programme, label: formatProgramme(programme) } }),
    ...(authorisationMethod && {
      method: { value: authorisationMethod, label: formatAuthorisationMethod(authorisationMethod) },
    }),
  };
}
