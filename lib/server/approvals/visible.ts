import 'server-only';
import { and, eq, inArray, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { approvalKindNames, kindsOfGroup } from '../../catalogues/approval-kinds.ts';
import { can } from '../../catalogues/console-permissions.ts';
import type { Operator } from '../auth/operator.ts';
import { approvals } from '../db/schema/approvals.ts';

const flagged = kindsOfGroup('cards', 'money');
/**
 * An auditor is shown none of these: compliance's own are compliance's alone, and where all others are seen, a card that
 * was blocked without one would tell whose it was.
 */
const untoldToAuditors = approvalKindNames.filter((kind) => kind === 'cards.bulk-block');

/** Which approvals a person may know of. What this leaves out is not there for them: no list, number or event tells. */
export function visibleTo(operator: Pick<Operator, 'personId' | 'role' | 'flags'>): SQL | undefined {
  if (!can(operator, 'approvals.read')) return sql`false`;
  const isOwn = eq(approvals.requestedBy, operator.personId);
  const isOpen = isNull(approvals.audience);
  const mayDecide = can(operator, 'approvals.decide');
  switch (operator.role) {
    case 'admin':
      return isOpen;
    case 'auditor':
      return and(isOpen, notInArray(approvals.kind, untoldToAuditors));
    case 'operator':
      return and(isOpen, mayDecide ? or(isOwn, inArray(approvals.kind, flagged)) : isOwn);
    case 'compliance':
      return and(eq(approvals.audience, 'compliance'), mayDecide ? undefined : isOwn);
    case 'branch_manager':
      return sql`false`;
  }
}

const untoldInTrail = kindsOfGroup('desk');

/** What the trail may say of a request: nothing of what compliance asks of itself. */
export const kindForAudit = ({ kind }: { kind: string }): { kind?: string } =>
  untoldInTrail.some((one) => one === kind) ? {} : { kind };
