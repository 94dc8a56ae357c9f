import 'server-only';
import type { z } from 'zod';
import type { agreeCaseBody, disagreeCaseBody } from '../../../contracts/cases.schema.ts';
import type { Operator } from '../../auth/operator.ts';
import { AppError } from '../../http/app-error.ts';
import { undecided } from './case-acts.ts';
import { type CaseParts, type LockedCase, moveCase } from './move-case.ts';
import { stateOf } from './to-case.ts';

/** Closes it as it was decided. @throws AppError not_found, case_not_with_reader, second_person_required, conflict */
export const agreeToCase = (
  parts: CaseParts,
  operator: Operator,
  caseId: string,
  { note, version }: z.output<typeof agreeCaseBody>,
) =>
  moveCase(parts, operator, {
    caseId,
    version,
    text: note,
    plan(locked) {
      requireReader(operator, locked);
      return { kind: 'agreed', set: { closedAt: new Date() } };
    },
  });

/** It is open again, with whoever had it. @throws AppError as `agreeToCase` */
export const disagreeWithCase = (
  parts: CaseParts,
  operator: Operator,
  caseId: string,
  { note, version }: z.output<typeof disagreeCaseBody>,
) =>
  moveCase(parts, operator, {
    caseId,
    version,
    text: note,
    plan(locked) {
      requireReader(operator, locked);
      return { kind: 'disagreed', set: undecided };
    },
  });

function requireReader(operator: Operator, { row }: LockedCase): void {
  if (stateOf(row) !== 'second-reader') throw new AppError('case_not_with_reader');
  if (row.decidedBy === operator.personId)
    throw new AppError('second_person_required', {
      detail: 'You decided this case: somebody else reads it.',
    });
}
