import 'server-only';
import { asc, inArray, isNull, and } from 'drizzle-orm';
import type { z } from 'zod';
import { can } from '../../../../catalogues/console-permissions.ts';
import type { approverBeforeFunding } from '../../../../contracts/batch-before-funding.schema.ts';
import { mayDecideByFlag } from '../../../approvals/limits.ts';
import { findPeople } from '../../../auth/find-person.ts';
import type { Operator } from '../../../auth/operator.ts';
import type { Database } from '../../../db/database.ts';
import { people } from '../../../db/schema/staff.ts';
import type { ApprovalFacts } from './approval-facts.ts';

type Possible = z.output<typeof approverBeforeFunding>;

/** Who may agree to money of this amount, who could but for the limit, and how the reader stands. */
export async function readPossibleApprovers(
  db: Database,
  operator: Operator,
  { amount, approval, approvers, state }: ApprovalFacts,
  currency: string,
): Promise<Possible[]> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(and(isNull(people.disabledAt), inArray(people.role, ['operator', 'admin'])))
    .orderBy(asc(people.name));
  const staff = await findPeople(
    db,
    rows.map(({ id }) => id),
  );
  const agreed = new Set(state === 'to-ask' ? [] : approvers.map(({ personId }) => personId));
  const askerId = state === 'waiting' || state === 'approved' ? approval?.requestedBy : whoWouldAsk(operator);
  const standingOf = (person: Operator): Possible['standing'] => {
    if (agreed.has(person.personId)) return 'has-agreed';
    if (!mayDecideByFlag(person, { audience: null, amount: null, currency: null })) return 'flag';
    if (person.personId === askerId) return 'asks';
    return mayDecideByFlag(person, { audience: null, amount, currency }) ? 'may' : 'limit';
  };
  return rows
    .flatMap(({ id }) => staff.get(id) ?? [])
    .map((person) => ({
      name: person.name,
      isYou: person.personId === operator.personId,
      standing: standingOf(person),
    }))
    .filter(({ isYou, standing }) => isYou || standing !== 'flag');
}

/** Nobody decides on what they ask for themselves. */
const whoWouldAsk = (operator: Operator): string | undefined =>
  can(operator, 'batch-groups.fund') ? operator.personId : undefined;
