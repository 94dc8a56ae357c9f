import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { CardScope } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { kiosks } from '../../db/schema/kiosks.ts';
import { branches } from '../../db/schema/staff.ts';
import { AppError } from '../../http/app-error.ts';
import { inBranchesOf } from '../branches/in-branches-of.ts';

/** @throws AppError not_found for another's branch and an unknown one alike */
export async function findBranchOrThrow(db: Database, scope: CardScope, branchId: string) {
  const [found] = await db
    .select({ id: branches.id, name: branches.name })
    .from(branches)
    .where(and(eq(branches.id, branchId), inBranchesOf(scope, branches.id)));
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
    .where(and(eq(kiosks.id, kioskId), inBranchesOf(scope, branches.id)));
  if (!found) throw new AppError('not_found');
  return found;
}
