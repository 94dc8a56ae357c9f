import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { CaseEntryKind } from '../../../catalogues/decline-desk.ts';
import type { CaseDetail } from '../../../contracts/cases.ts';
import type { Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { caseEntries, declineCases } from '../../db/schema/cases.ts';
import { people } from '../../db/schema/staff.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { readCase } from './read-case.ts';
import { type entryDetails, textPlace } from './read-entries.ts';
import { type CaseRow, stateOf } from './to-case.ts';

export type CaseParts = Pick<Runtime, 'store' | 'texts'>;
interface Assignee {
  name: string;
  /** Who has left, or changed the role, keeps nothing from the others. */
  isOfDesk: boolean;
}
/** A case under its lock, with whoever has it. */
export interface LockedCase {
  row: CaseRow;
  assignee: Assignee | undefined;
}
export interface Step {
  kind: CaseEntryKind;
  details?: z.output<typeof entryDetails>;
  set?: Partial<typeof declineCases.$inferInsert>;
}
interface Move {
  caseId: string;
  /** Of the case as the person saw it. */
  version: number;
  /** What is written about it, for compliance alone. */
  text?: string | undefined;
  /**
   * What the step makes of the case, and whatever belongs to it in the same transaction.
   * @throws AppError where the case, as it stands, cannot go that way
   */
  plan(locked: LockedCase, tx: Database): Step | Promise<Step>;
}

/** One step of a case: under its lock, and only as the person saw it. @throws AppError not_found, conflict */
export async function moveCase(parts: CaseParts, operator: Operator, move: Move): Promise<CaseDetail> {
  const { caseId, text, version } = move;
  const { db } = parts.store;
  const isCase = eq(declineCases.id, caseId);
  // Before the transaction: the embedded store has one connection, and a subject's key takes one.
  const [known] = await db.select({ cardToken: declineCases.cardToken }).from(declineCases).where(isCase);
  if (!known) throw new AppError('not_found');
  const textSealed = text ? await parts.texts.sealFor(known.cardToken, textPlace, text) : null;
  await db.transaction(async (tx) => {
    const [row] = await tx.select().from(declineCases).where(isCase).for('update');
    if (!row) throw new AppError('not_found');
    const { details = {}, kind, set } = await move.plan({ row, assignee: await readAssignee(tx, row) }, tx);
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

export async function readAssignee(tx: Database, { assigneeId }: CaseRow): Promise<Assignee | undefined> {
  if (assigneeId === null) return undefined;
  const [person] = await tx.select().from(people).where(eq(people.id, assigneeId));
  return (
    person && { name: person.name, isOfDesk: person.role === 'compliance' && person.disabledAt === null }
  );
}

/** @throws AppError case_closed, case_merged, case_with_reader */
export function requireOpen({ row }: LockedCase): void {
  const state = stateOf(row);
  if (state === 'closed') throw new AppError('case_closed');
  if (state === 'merged') throw new AppError('case_merged');
  if (state === 'second-reader') throw new AppError('case_with_reader');
}

/** @throws AppError case_not_yours with who has it, and what `requireOpen` throws */
export function requireOwn(operator: Operator, locked: LockedCase): void {
  requireOpen(locked);
  const { assignee, row } = locked;
  if (row.assigneeId === operator.personId) return;
  throw new AppError('case_not_yours', {
    detail: row.assigneeId === null ? 'Nobody has taken it.' : `${assignee?.name ?? 'Somebody else'} has it.`,
  });
}
