import 'server-only';
import { and, eq, isNull, or } from 'drizzle-orm';
import type { Operator } from '../../auth/operator.ts';
import { savedViews } from '../../db/schema/views.ts';

type Member = Pick<Operator, 'role' | 'branches'>;

/** Who share views: one role, since what one role looks for is nobody else's business; branch managers of the same branches. */
export function teamOf({ branches, role }: Member): string {
  const branchIds = role === 'branch_manager' ? branches.map(({ id }) => id).sort() : [];
  return JSON.stringify([role, ...branchIds]);
}

/** The person's own in the present role, and the team's. A shared one belongs to its team, whoever shared it. */
export const isSeenBy = (person: Member & Pick<Operator, 'personId'>) =>
  or(
    and(
      eq(savedViews.personId, person.personId),
      eq(savedViews.role, person.role),
      isNull(savedViews.sharedWith),
    ),
    eq(savedViews.sharedWith, teamOf(person)),
  );
