import 'server-only';
import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import type { CaseDetail } from '../../../contracts/cases.ts';
import type { Operator } from '../../auth/operator.ts';
import { explainReason } from '../../catalogues/decline-reasons/tell.ts';
import type { Database } from '../../db/database.ts';
import { declineCases } from '../../db/schema/cases.ts';
import { people } from '../../db/schema/staff.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { toTransaction } from '../card-transactions/archive/read-archived.ts';
import { tellTransaction } from '../card-transactions/tell.ts';
import { readCardState } from './read-card-state.ts';
import { readEntries } from './read-entries.ts';
import { readRelated } from './related.ts';
import { selectCases, toCase } from './to-case.ts';

type Parts = Pick<Runtime, 'store' | 'texts'>;

/** @throws AppError not_found */
export async function readCase(parts: Parts, reader: Operator, caseId: string): Promise<CaseDetail> {
  const { db } = parts.store;
  const [[found], related, team] = await Promise.all([
    selectCases(db).where(eq(declineCases.id, caseId)),
    readRelated(db, caseId),
    db
      .select({ id: people.id, name: people.name, role: people.role, disabledAt: people.disabledAt })
      .from(people)
      .orderBy(asc(people.name)),
  ]);
  if (!found) throw new AppError('not_found');
  const { payment, row } = found;
  const nameOf = new Map(team.map(({ id, name }) => [id, name]));
  const [{ card, entries: holds }, entries] = await Promise.all([
    readCardState(parts, row),
    readEntries(parts, caseId, nameOf),
  ]);
  return {
    ...toCase(reader, found),
    transaction: tellTransaction(reader, toTransaction(payment)),
    reason: explainReason(reader, payment.declineReason, payment.detailedDeclineReason),
    related,
    card,
    entries: [...entries, ...holds].sort((one, other) => one.at.localeCompare(other.at)),
    colleagues: team
      .filter(({ disabledAt, role }) => role === 'compliance' && disabledAt === null)
      .map(({ id, name }) => ({ id, name })),
    asOf: new Date().toISOString(),
  };
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
