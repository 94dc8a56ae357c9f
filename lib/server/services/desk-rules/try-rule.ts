import 'server-only';
import { gte } from 'drizzle-orm';
import { triedDays } from '../../../catalogues/decline-desk.ts';
import type { DeskConditions, DeskTrial } from '../../../contracts/desk-rules.ts';
import type { Operator } from '../../auth/operator.ts';
import { explainReason } from '../../catalogues/decline-reasons/tell.ts';
import { cardTransactions } from '../../db/schema/transactions.ts';
import type { Runtime } from '../../runtime.ts';
import type { DeclinedPayment } from './meets-rule.ts';
import { readDeclines } from './read-declines.ts';
import { findMeeting } from './repetition.ts';

const dayMs = 24 * 60 * 60 * 1000;
const mostShown = 20;

/** What a rule would have let in during the last 30 days. Nothing is written. */
export async function tryRule(
  { store }: Pick<Runtime, 'store'>,
  reader: Operator,
  conditions: DeskConditions,
): Promise<DeskTrial> {
  const now = new Date();
  const from = new Date(now.getTime() - triedDays * dayMs);
  const days = new Map<string, number>();
  const first: DeclinedPayment[] = [];
  for await (const page of readDeclines(store.db, gte(cardTransactions.createdAt, from)))
    for (const payment of await findMeeting(store.db, conditions, page)) {
      const day = payment.createdAt.toISOString().slice(0, 10);
      days.set(day, (days.get(day) ?? 0) + 1);
      if (first.length < mostShown) first.push(payment);
    }
  return {
    from: from.toISOString(),
    total: [...days.values()].reduce((sum, cases) => sum + cases, 0),
    days: [...days].map(([day, cases]) => ({ day, cases })),
    first: first.map((payment) => ({
      profileId: payment.profileId,
      id: payment.transactionId,
      cardToken: payment.cardToken,
      creationTime: payment.createdAt.toISOString(),
      declineReason: payment.declineReason,
      declineTitle: explainReason(reader, payment.declineReason, payment.detailedDeclineReason).title,
      transactionAmount: { amount: payment.amount, currency: payment.currency },
      merchantName: payment.merchantName,
    })),
    asOf: now.toISOString(),
  };
}
