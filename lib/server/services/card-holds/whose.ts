import 'server-only';
import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Operator } from '../../auth/operator.ts';
import { cardHolds } from '../../db/schema/card-holds.ts';
import { people } from '../../db/schema/staff.ts';

export const isStanding = isNull(cardHolds.liftedAt);
export const today = sql`(now() at time zone 'utc')::date`;

/** Who held it can no longer answer for it. */
export const holderHasLeft = sql<boolean>`not exists (
  select 1 from ${people}
  where ${people.id} = ${cardHolds.heldBy} and ${people.disabledAt} is null
    and ${people.role} = case ${cardHolds.owner} when 'operations' then 'operator' else 'compliance' end
)`;

/** It waits for whoever of its side comes first: its review is due, or who held it has left. */
export const isOpen = sql<boolean>`(${cardHolds.reviewOn} <= ${today} or ${holderHasLeft})`;

/**
 * Whose a hold is, to change and to lift. Compliance holds as one. Operators hold each for themselves until the day of
 * the review; from then on, or when who held it has left, it is any operator's. So an operator who meets a hold that is
 * not theirs cannot tell a colleague's from one of compliance: were every hold of operations every operator's, all
 * the others would be compliance's.
 */
export function isHoldOf({ role, personId }: Pick<Operator, 'role' | 'personId'>): SQL {
  if (role === 'compliance') return eq(cardHolds.owner, 'compliance');
  // Never true, and unlike a bare constant it may stand in an ORDER BY.
  if (role !== 'operator') return isNull(cardHolds.owner);
  return and(eq(cardHolds.owner, 'operations'), or(eq(cardHolds.heldBy, personId), isOpen)) ?? sql`false`;
}
