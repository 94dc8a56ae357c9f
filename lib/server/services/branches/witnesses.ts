import 'server-only';
import { and, asc, eq, exists, isNull, ne, or } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { people, personBranches } from '../../db/schema/staff.ts';

/** Who may stand by where plastic is counted or destroyed: another active manager of the branch, or an administrator. */
export function readWitnesses(
  db: Database,
  branchId: string,
  personId: string,
): Promise<{ id: string; name: string }[]> {
  const worksThere = db
    .select({ id: personBranches.personId })
    .from(personBranches)
    .where(and(eq(personBranches.personId, people.id), eq(personBranches.branchId, branchId)));
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(
      and(
        isNull(people.disabledAt),
        ne(people.id, personId),
        or(eq(people.role, 'admin'), and(eq(people.role, 'branch_manager'), exists(worksThere))),
      ),
    )
    .orderBy(asc(people.name));
}
