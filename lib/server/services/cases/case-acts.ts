import 'server-only';
import type { z } from 'zod';
import type { CaseDetail } from '../../../contracts/cases.ts';
import type {
  decideCaseBody,
  handOverCaseBody,
  noteCaseBody,
  reopenCaseBody,
} from '../../../contracts/cases.schema.ts';
import type { Operator } from '../../auth/operator.ts';
import { caseMentions } from '../../db/schema/cases.ts';
import { AppError } from '../../http/app-error.ts';
import { type CaseParts, moveCase, requireOpen, requireOwn } from './move-case.ts';
import { requireColleague } from './read-case.ts';
import { stateOf } from './to-case.ts';

/** @throws AppError not_found, case_taken with who has it, case_closed, conflict */
export const takeCase = (parts: CaseParts, operator: Operator, caseId: string, version: number) =>
  moveCase(parts, operator, {
    caseId,
    version,
    plan(locked) {
      requireOpen(locked);
      const { assignee, row } = locked;
      if (row.assigneeId === operator.personId)
        throw new AppError('case_taken', { detail: 'You have this case already.' });
      if (assignee?.isOfDesk) throw new AppError('case_taken', { detail: `${assignee.name} has this case.` });
      return { kind: 'taken', set: { assigneeId: operator.personId } };
    },
  });

/** @throws AppError not_found, also for a person who is not of compliance; case_not_yours, case_closed, conflict */
export async function handOverCase(
  parts: CaseParts,
  operator: Operator,
  caseId: string,
  { note, to, version }: z.output<typeof handOverCaseBody>,
): Promise<CaseDetail> {
  await requireColleague(parts.store.db, operator, to);
  return moveCase(parts, operator, {
    caseId,
    version,
    text: note,
    plan(locked) {
      requireOwn(operator, locked);
      return { kind: 'handed-over', details: { to }, set: { assigneeId: to } };
    },
  });
}

/**
 * Anybody of the desk may add to what is known, and call others to it.
 * @throws AppError not_found, also for somebody who is not of compliance; case_merged, conflict
 */
export async function addNote(
  parts: CaseParts,
  operator: Operator,
  caseId: string,
  { mentions, note, reference, version }: z.output<typeof noteCaseBody>,
): Promise<CaseDetail> {
  for (const personId of mentions) await requireColleague(parts.store.db, operator, personId);
  return moveCase(parts, operator, {
    caseId,
    version,
    text: reference ? `${note}\nReference: ${reference}` : note,
    async plan({ row }, tx) {
      if (stateOf(row) === 'merged') throw new AppError('case_merged');
      if (mentions.length === 0) return { kind: 'note' };
      await tx
        .insert(caseMentions)
        .values(mentions.map((personId) => ({ caseId, personId })))
        .onConflictDoNothing();
      return { kind: 'note', details: { mentions } };
    },
  });
}

/**
 * Closes it, or puts what was decided to a second reader where one of its rules asks for that.
 * @throws AppError not_found, case_not_yours, case_closed, conflict
 */
export const decideCase = (
  parts: CaseParts,
  operator: Operator,
  caseId: string,
  { followUpOn, note, outcome, reference, severity, version }: z.output<typeof decideCaseBody>,
) =>
  moveCase(parts, operator, {
    caseId,
    version,
    text: reference ? `Wise’s reference: ${reference}\n${note}` : note,
    plan(locked) {
      requireOwn(operator, locked);
      const { needsSecondReader } = locked.row;
      return {
        kind: needsSecondReader ? 'put-to-reader' : 'decided',
        details: { outcome, severity, ...(followUpOn && { followUpOn }) },
        set: {
          closedAt: needsSecondReader ? null : new Date(),
          decidedBy: operator.personId,
          outcome,
          severity,
          followUpOn: followUpOn ?? null,
        },
      };
    },
  });

/** @throws AppError not_found, case_not_closed, case_merged, conflict */
export const reopenCase = (
  parts: CaseParts,
  operator: Operator,
  caseId: string,
  { note, version }: z.output<typeof reopenCaseBody>,
) =>
  moveCase(parts, operator, {
    caseId,
    version,
    text: note,
    plan({ row }) {
      const state = stateOf(row);
      if (state === 'merged') throw new AppError('case_merged');
      if (state !== 'closed') throw new AppError('case_not_closed');
      return { kind: 'reopened', set: { ...undecided, assigneeId: operator.personId } };
    },
  });

/** Of a case that is open again. */
export const undecided = { closedAt: null, decidedBy: null, outcome: null, followUpOn: null };
