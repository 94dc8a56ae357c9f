import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { CaseEntryKind } from '../../../catalogues/decline-desk.ts';
import type { CaseDetail } from '../../../contracts/cases.ts';
import type {
  decideCaseBody,
  handOverCaseBody,
  noteCaseBody,
  reopenCaseBody,
} from '../../../contracts/cases.schema.ts';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { caseEntries, declineCases } from '../../db/schema/cases.ts';
import { people } from '../../db/schema/staff.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { type entryDetails, readCase, requireColleague, textPlace } from './read-case.ts';
import { type CaseRow, stateOf } from './to-case.ts';

type Parts = Pick<Runtime, 'store' | 'texts'>;
interface Assignee {
  name: string;
  /** Who has left, or changed the role, keeps nothing from the others. */
  isOfDesk: boolean;
}
interface Move {
  caseId: string;
  /** Of the case as the person saw it. */
  version: number;
  kind: CaseEntryKind;
  details?: z.output<typeof entryDetails>;
  text?: string | undefined;
  set?: Partial<typeof declineCases.$inferInsert>;
  /** @throws AppError where the case, as it stands, cannot go that way */
  require(row: CaseRow, assignee: Assignee | undefined): void;
}

/** @throws AppError not_found, case_taken with who has it, case_closed, conflict */
export const takeCase = (parts: Parts, operator: Operator, caseId: string, version: number) =>
  moveCase(parts, operator, {
    caseId,
    version,
    kind: 'taken',
    set: { assigneeId: operator.personId },
    require(row, assignee) {
      requireOpen(row);
      if (row.assigneeId === operator.personId)
        throw new AppError('case_taken', { detail: 'You have this case already.' });
      if (assignee?.isOfDesk) throw new AppError('case_taken', { detail: `${assignee.name} has this case.` });
    },
  });

/** @throws AppError not_found, also for a person who is not of compliance; case_not_yours, case_closed, conflict */
export async function handOverCase(
  parts: Parts,
  operator: Operator,
  caseId: string,
  { note, to, version }: z.output<typeof handOverCaseBody>,
): Promise<CaseDetail> {
  await requireColleague(parts.store.db, operator, to);
  return moveCase(parts, operator, {
    caseId,
    version,
    kind: 'handed-over',
    details: { to },
    text: note,
    set: { assigneeId: to },
    require: requireOwn(operator),
  });
}

/** Anybody of the desk may add to what is known. @throws AppError not_found, conflict */
export const addNote = (
  parts: Parts,
  operator: Operator,
  caseId: string,
  { note, version }: z.output<typeof noteCaseBody>,
) => moveCase(parts, operator, { caseId, version, kind: 'note', text: note, require: () => undefined });

/** @throws AppError not_found, case_not_yours, case_closed, conflict */
export const decideCase = (
  parts: Parts,
  operator: Operator,
  caseId: string,
  { followUpOn, note, outcome, reference, severity, version }: z.output<typeof decideCaseBody>,
) =>
  moveCase(parts, operator, {
    caseId,
    version,
    kind: 'decided',
    details: { outcome, severity, ...(followUpOn && { followUpOn }) },
    text: reference ? `Wise’s reference: ${reference}\n${note}` : note,
    set: { closedAt: new Date(), outcome, severity, followUpOn: followUpOn ?? null },
    require: requireOwn(operator),
  });

/** @throws AppError not_found, case_not_closed, conflict */
export const reopenCase = (
  parts: Parts,
  operator: Operator,
  caseId: string,
  { note, version }: z.output<typeof reopenCaseBody>,
) =>
  moveCase(parts, operator, {
    caseId,
    version,
    kind: 'reopened',
    text: note,
    set: { closedAt: null, outcome: null, followUpOn: null, assigneeId: operator.personId },
    require(row) {
      if (stateOf(row) !== 'closed') throw new AppError('case_not_closed');
    },
  });

/** One step of a case: under its lock, and only as the person saw it. */
async function moveCase(parts: Parts, operator: Operator, move: Move): Promise<CaseDetail> {
  const { caseId, details = {}, kind, set, text, version } = move;
  const { db } = parts.store;
  const isCase = eq(declineCases.id, caseId);
  // Before the transaction: the embedded store has one connection, and a subject's key takes one.
  const [known] = await db.select({ cardToken: declineCases.cardToken }).from(declineCases).where(isCase);
  if (!known) throw new AppError('not_found');
  const textSealed = text ? await parts.texts.sealFor(known.cardToken, textPlace, text) : null;
  await db.transaction(async (tx) => {
    const [row] = await tx.select().from(declineCases).where(isCase).for('update');
    if (!row) throw new AppError('not_found');
    move.require(row, await readAssignee(tx, row));
    const moved = await tx
      .update(declineCases)
      .set({ ...set, version: sql`${declineCases.version} + 1` })
      .where(and(isCase, eq(declineCases.version, version)))
      .returning({ id: declineCases.id });
    if (moved.length === 0) throw new AppError('conflict');
    await tx.insert(caseEntries).values({ caseId, personId: operator.personId, kind, details, textSealed });
    await publishEvent(tx, { type: 'cases.changed' });
  });
  return readCase(parts, operator, caseId);
}

async function readAssignee(tx: Database, { assigneeId }: CaseRow): Promise<Assignee | undefined> {
  if (assigneeId === null) return undefined;
  const [person] = await tx.select().from(people).where(eq(people.id, assigneeId));
  return (
    person && { name: person.name, isOfDesk: person.role === 'compliance' && person.disabledAt === null }
  );
}

function requireOpen(row: CaseRow): void {
  if (stateOf(row) === 'closed') throw new AppError('case_closed');
}

const requireOwn = (operator: Operator) => (row: CaseRow, assignee: Assignee | undefined) => {
  requireOpen(row);
  if (row.assigneeId !== operator.personId)
    throw new AppError('case_not_yours', {
      detail:
        row.assigneeId === null ? 'Nobody has taken it.' : `${assignee?.name ?? 'Somebody else'} has it.`,
    });
};
