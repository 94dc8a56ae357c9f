import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type CaseState, caseOutcomes, severities } from '../../../catalogues/decline-desk.ts';
import type { DeskCase } from '../../../contracts/cases.ts';
import type { Operator } from '../../auth/operator.ts';
import { explainReason } from '../../catalogues/decline-reasons/tell.ts';
import type { Database } from '../../db/database.ts';
import { cards } from '../../db/schema/cards.ts';
import { declineCases } from '../../db/schema/cases.ts';
import { people } from '../../db/schema/staff.ts';
import { cardTransactions } from '../../db/schema/transactions.ts';
import { byMoment } from '../keyset.ts';

const rulesSchema = z.array(z.object({ id: z.uuid(), name: z.string(), version: z.number().int() }));
const severitySchema = z.enum(severities);
const outcomeSchema = z.enum(caseOutcomes).nullable();

export type CaseRow = typeof declineCases.$inferSelect;
type PaymentRow = typeof cardTransactions.$inferSelect;

export const byDue = byMoment(declineCases.dueAt);

/** Cases with their payment, card and assignee. */
export const selectCases = (db: Database) =>
  db
    .select({
      row: declineCases,
      payment: cardTransactions,
      lastFourDigits: cards.lastFourDigits,
      cardHolderName: cards.cardHolderName,
      assigneeName: people.name,
      due: byDue.held,
      isOverdue: sql<boolean>`(${declineCases.closedAt} is null and ${declineCases.dueAt} < now())`,
    })
    .from(declineCases)
    .innerJoin(
      cardTransactions,
      and(
        eq(cardTransactions.createdAt, declineCases.transactionCreatedAt),
        eq(cardTransactions.transactionId, declineCases.transactionId),
        eq(cardTransactions.profileId, declineCases.profileId),
      ),
    )
    .leftJoin(cards, eq(cards.token, declineCases.cardToken))
    .leftJoin(people, eq(people.id, declineCases.assigneeId));
export interface SelectedCase {
  row: CaseRow;
  payment: PaymentRow;
  lastFourDigits: string | null;
  cardHolderName: string | null;
  assigneeName: string | null;
  isOverdue: boolean;
}

/** The rules a case met, as they were called then. */
export const rulesOf = ({ rules }: Pick<CaseRow, 'rules'>) => rulesSchema.parse(rules);

export function stateOf({ assigneeId, closedAt, decidedBy, mergedInto }: CaseRow): CaseState {
  if (mergedInto) return 'merged';
  if (closedAt) return 'closed';
  if (decidedBy) return 'second-reader';
  return assigneeId ? 'taken' : 'waiting';
}

export function toCase(
  reader: Operator,
  { assigneeName, cardHolderName, isOverdue, lastFourDigits, payment, row }: SelectedCase,
): DeskCase {
  const { declineReason, detailedDeclineReason } = payment;
  return {
    id: row.id,
    state: stateOf(row),
    severity: severitySchema.parse(row.severity),
    profileId: row.profileId,
    transactionId: row.transactionId,
    cardToken: row.cardToken,
    lastFourDigits,
    cardHolderName,
    declineReason,
    detailedDeclineReason,
    declineTitle: explainReason(reader, declineReason, detailedDeclineReason).title,
    creationTime: payment.createdAt.toISOString(),
    transactionAmount: { amount: payment.amount, currency: payment.currency },
    billingAmount: toMoney(payment.billingAmount, payment.billingCurrency),
    merchantName: payment.merchantName,
    merchantCountry: payment.merchantCountry,
    rules: rulesOf(row).map(({ id, name }) => ({ id, name })),
    assignee: row.assigneeId === null ? null : { id: row.assigneeId, name: assigneeName ?? '' },
    decidedBy: row.decidedBy,
    needsSecondReader: row.needsSecondReader,
    mergedInto: row.mergedInto,
    openedAt: row.openedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    isOverdue,
    closedAt: row.closedAt?.toISOString() ?? null,
    outcome: outcomeSchema.parse(row.outcome),
    followUpOn: row.followUpOn,
    version: row.version,
  };
}

const toMoney = (amount: string | null, currency: string | null) =>
  amount === null || currency === null ? null : { amount, currency };
