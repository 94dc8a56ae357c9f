import 'server-only';
import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm';
import { z } from 'zod';
import { caseEntryKinds, caseOutcomes, severities } from '../../../catalogues/decline-desk.ts';
import type { CaseDetail, CaseEntry } from '../../../contracts/cases.ts';
import type { Operator } from '../../auth/operator.ts';
import { explainReason } from '../../catalogues/decline-reasons/tell.ts';
import type { Database } from '../../db/database.ts';
import { caseEntries, caseTransactions, declineCases } from '../../db/schema/cases.ts';
import { people } from '../../db/schema/staff.ts';
import { cardTransactions } from '../../db/schema/transactions.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { toTransaction } from '../card-transactions/archive/read-archived.ts';
import { tellTransaction } from '../card-transactions/tell.ts';
import { readCardState } from './read-card-state.ts';
import { type CaseRow, selectCases, toCase } from './to-case.ts';

/** Where what is written in a case lies; the subject is the card. */
export const textPlace = { table: 'case_entries', column: 'text_sealed' };
const kindSchema = z.enum(caseEntryKinds);
export const entryDetails = z.object({
  to: z.uuid().optional(),
  outcome: z.enum(caseOutcomes).optional(),
  severity: z.enum(severities).optional(),
  followUpOn: z.iso.date().optional(),
});

type Parts = Pick<Runtime, 'store' | 'texts'>;

/** @throws AppError not_found */
export async function readCase(parts: Parts, reader: Operator, caseId: string): Promise<CaseDetail> {
  const { db } = parts.store;
  const [[found], related, entries, team] = await Promise.all([
    selectCases(db).where(eq(declineCases.id, caseId)),
    readRelated(db, caseId),
    db.select().from(caseEntries).where(eq(caseEntries.caseId, caseId)).orderBy(asc(caseEntries.at)),
    db
      .select({ id: people.id, name: people.name, role: people.role, disabledAt: people.disabledAt })
      .from(people)
      .orderBy(asc(people.name)),
  ]);
  if (!found) throw new AppError('not_found');
  const { payment, row } = found;
  const { card, entries: holds } = await readCardState(parts, row);
  const nameOf = new Map(team.map(({ id, name }) => [id, name]));
  return {
    ...toCase(reader, found),
    transaction: tellTransaction(reader, toTransaction(payment)),
    reason: explainReason(reader, payment.declineReason, payment.detailedDeclineReason),
    related,
    card,
    entries: [
      ...(await Promise.all(entries.map((entry) => toEntry(parts, row, entry, nameOf)))),
      ...holds,
    ].sort((one, other) => one.at.localeCompare(other.at)),
    colleagues: team
      .filter(({ disabledAt, role }) => role === 'compliance' && disabledAt === null)
      .map(({ id, name }) => ({ id, name })),
    asOf: new Date().toISOString(),
  };
}

async function toEntry(
  { texts }: Parts,
  { cardToken }: CaseRow,
  { at, details, id, kind, personId, textSealed }: typeof caseEntries.$inferSelect,
  nameOf: Map<string, string>,
): Promise<CaseEntry> {
  const { followUpOn, outcome, severity, to } = entryDetails.parse(details);
  return {
    id,
    kind: kindSchema.parse(kind),
    at: at.toISOString(),
    by: personId === null ? null : (nameOf.get(personId) ?? ''),
    to: to === undefined ? null : (nameOf.get(to) ?? ''),
    outcome: outcome ?? null,
    severity: severity ?? null,
    followUpOn: followUpOn ?? null,
    text: textSealed === null ? null : ((await texts.openFor(cardToken, textPlace, textSealed)) ?? null),
  };
}

async function readRelated(db: Database, caseId: string): Promise<CaseDetail['related']> {
  const rows = await db
    .select({ payment: cardTransactions })
    .from(caseTransactions)
    .innerJoin(
      cardTransactions,
      and(
        eq(cardTransactions.createdAt, caseTransactions.createdAt),
        eq(cardTransactions.transactionId, caseTransactions.transactionId),
        eq(cardTransactions.profileId, caseTransactions.profileId),
      ),
    )
    .where(eq(caseTransactions.caseId, caseId))
    .orderBy(desc(caseTransactions.createdAt));
  return rows.map(({ payment }) => ({
    profileId: payment.profileId,
    id: payment.transactionId,
    cardToken: payment.cardToken,
    creationTime: payment.createdAt.toISOString(),
    transactionAmount: { amount: payment.amount, currency: payment.currency },
    merchantName: payment.merchantName,
  }));
}

/** To whom a case may be handed over. @throws AppError not_found */
export async function requireColleague(db: Database, self: Operator, personId: string): Promise<void> {
  const [found] = await db
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        eq(people.id, personId),
        ne(people.id, self.personId),
        eq(people.role, 'compliance'),
        isNull(people.disabledAt),
      ),
    );
  if (!found) throw new AppError('not_found', { detail: 'Nobody of compliance is found under this name.' });
}
