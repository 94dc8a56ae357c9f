import 'server-only';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Kiosk, RegisteredBranch } from '../../../contracts/branches.ts';
import type { CardScope } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { kiosks } from '../../db/schema/kiosks.ts';
import { branches, people, personBranches } from '../../db/schema/staff.ts';
import { AppError } from '../../http/app-error.ts';
import { inBranchesOf } from './in-branches-of.ts';

/** By name; a branch manager's own ones. */
export async function readBranches(db: Database, scope: CardScope): Promise<RegisteredBranch[]> {
  const [rows, kioskCounts, managerCounts] = await Promise.all([
    db
      .select()
      .from(branches)
      .where(inBranchesOf(scope, branches.id))
      .orderBy(asc(branches.name), asc(branches.id)),
    db
      .select({ branchId: kiosks.branchId, count: sql<number>`count(*)::int` })
      .from(kiosks)
      .where(eq(kiosks.isActive, true))
      .groupBy(kiosks.branchId),
    db
      .select({ branchId: personBranches.branchId, count: sql<number>`count(*)::int` })
      .from(personBranches)
      .innerJoin(people, eq(people.id, personBranches.personId))
      .where(and(isNull(people.disabledAt), eq(people.role, 'branch_manager')))
      .groupBy(personBranches.branchId),
  ]);
  const countIn = (counts: { branchId: string; count: number }[], id: string) =>
    counts.find(({ branchId }) => branchId === id)?.count ?? 0;
  return rows.map((row) => ({
    ...row,
    kiosks: countIn(kioskCounts, row.id),
    managers: countIn(managerCounts, row.id),
  }));
}

/** By branch, then by id. */
export async function readKiosks(db: Database, scope: CardScope): Promise<Kiosk[]> {
  const rows = await db
    .select({ kiosk: kiosks, branchName: branches.name })
    .from(kiosks)
    .innerJoin(branches, eq(branches.id, kiosks.branchId))
    .where(inBranchesOf(scope, branches.id))
    .orderBy(asc(branches.name), asc(kiosks.id));
  return rows.map(({ kiosk: { createdAt: _, ...kiosk }, branchName }) => ({ ...kiosk, branchName }));
}

/** @throws AppError not_found */
export async function readBranchOrThrow(
  db: Database,
  scope: CardScope,
  id: string,
): Promise<RegisteredBranch> {
  const found = (await readBranches(db, scope)).find((branch) => branch.id === id);
  if (!found) throw new AppError('not_found');
  return found;
}

/** @throws AppError not_found */
export async function readKioskOrThrow(db: Database, scope: CardScope, id: string): Promise<Kiosk> {
  const found = (await readKiosks(db, scope)).find((kiosk) => kiosk.id === id);
  if (!found) throw new AppError('not_found');
  return found;
}
