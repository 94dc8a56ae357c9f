import 'server-only';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { CardScope } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { kiosks } from '../../db/schema/kiosks.ts';
import { branches } from '../../db/schema/staff.ts';
import { AppError } from '../../http/app-error.ts';

const within = (scope: CardScope): SQL | undefined => {
  if (scope === 'all') return undefined;
  return scope.branchIds.length === 0 ? sql`false` : inArray(branches.id, scope.branchIds);
};

/** @throws AppError not_found for another's branch and an unknown one alike */
export async function findBranchOrThrow(db: Database, scope: CardScope, branchId: string) {
  const [found] = await db
    .select({ id: branches.id, name: branches.name })
    .from(branches)
    .where(and(eq(branches.id, branchId), within(scope)));
  if (!found) throw new AppError('not_found');
  return found;
}

/** @throws AppError not_found for another branch's and an unknown one alike */
export async function findKioskOrThrow(db: Database, scope: CardScope, kioskId: string) {
  const [found] = await db
    .select({
      id: kiosks.id,
      branchId: kiosks.branchId,
      place: kiosks.place,
      isActive: kiosks.isActive,
      branchName: branches.name,
    })
    .from(kiosks)
    .innerJoin(branches, eq(branches.id, kiosks.branchId))
    .where(and(eq(kiosks.id, kioskId), within(scope)));
  if (!found) throw new AppError('not_found');
  return found;
}
