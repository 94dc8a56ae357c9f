import 'server-only';
import { and, asc, eq, isNull, ne, or } from 'drizzle-orm';
import type { CardScope } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { people, personBranches } from '../../db/schema/staff.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { readBranches } from '../branches/read-branches.ts';

export interface PlasticBranch {
  id: string;
  name: string;
  timeZone: string;
}

/** @throws AppError not_found, for another's branch as well */
export async function locateBranch(
  { store: { db } }: Pick<Runtime, 'store'>,
  scope: CardScope,
  branchId: string | undefined,
): Promise<PlasticBranch> {
  const own = await readBranches(db, scope);
  const found = own.find(({ id }) => branchId === undefined || id === branchId);
  if (found) return { id: found.id, name: found.name, timeZone: found.timeZone };
  throw new AppError('not_found');
}

/** Who may stand by: active managers of that branch, and administrators. */
export function readWitnesses(
  db: Database,
  branchId: string,
  exceptPersonId: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .selectDistinct({ id: people.id, name: people.name })
    .from(people)
    .leftJoin(
      personBranches,
      and(eq(personBranches.personId, people.id), eq(personBranches.branchId, branchId)),
    )
    .where(
      and(
        isNull(people.disabledAt),
        ne(people.id, exceptPersonId),
        or(
          eq(people.role, 'admin'),
          and(eq(people.role, 'branch_manager'), eq(personBranches.branchId, branchId)),
        ),
      ),
    )
    .orderBy(asc(people.name));
}
