import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Operator } from '../../auth/operator.ts';
import { bulkChanges } from '../../db/schema/bulk.ts';

/**
 * What compliance freezes is compliance's alone; so that nobody can tell it by what is missing, each role sees its own
 * changes only. A branch manager sees the own ones: another's cards may be of other branches.
 */
export const isOwnSide = ({ personId, role }: Pick<Operator, 'personId' | 'role'>) =>
  and(eq(bulkChanges.role, role), role === 'branch_manager' ? eq(bulkChanges.personId, personId) : undefined);
