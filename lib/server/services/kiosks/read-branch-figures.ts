import 'server-only';
import { and, asc, eq, gte } from 'drizzle-orm';
import type { BranchFigures } from '../../../contracts/kiosk-board.ts';
import type { CardScope } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { kiosks, printJobs } from '../../db/schema/kiosks.ts';
import type { Runtime } from '../../runtime.ts';
import { findBranchOrThrow } from './find-kiosk.ts';
import { readDays, readFaults, startOfFigures } from './read-days.ts';
import { countFailed, countPrinted, medianOfPrinted, shareOfPrinted } from './read-outcomes.ts';

/** Thirty days of what was printed at a branch. @throws AppError not_found for another's branch */
export async function readBranchFigures(
  { store: { db } }: Pick<Runtime, 'store'>,
  scope: CardScope,
  branchId: string,
): Promise<BranchFigures> {
  const branch = await findBranchOrThrow(db, scope, branchId);
  const now = new Date();
  const ofBranch = eq(printJobs.branchId, branchId);
  const [days, faults, ofKiosks] = await Promise.all([
    readDays(db, ofBranch, now),
    readFaults(db, ofBranch, now),
    readKiosks(db, branchId, now),
  ]);
  return { branch, days, faults, kiosks: ofKiosks, asOf: now.toISOString() };
}

/** The kiosks that stand there now, with what they printed there. */
const readKiosks = (db: Database, branchId: string, now: Date): Promise<BranchFigures['kiosks']> =>
  db
    .select({
      id: kiosks.id,
      place: kiosks.place,
      printed: countPrinted,
      failed: countFailed,
      medianMs: medianOfPrinted,
      fastMs: shareOfPrinted(0.1),
      slowMs: shareOfPrinted(0.9),
    })
    .from(kiosks)
    .leftJoin(
      printJobs,
      and(
        eq(printJobs.kioskId, kiosks.id),
        eq(printJobs.branchId, branchId),
        gte(printJobs.createdAt, startOfFigures(now)),
      ),
    )
    .where(eq(kiosks.branchId, branchId))
    .groupBy(kiosks.id, kiosks.place)
    .orderBy(asc(kiosks.id));
