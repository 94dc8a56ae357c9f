import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { KioskFigures } from '../../../contracts/kiosk-board.ts';
import type { CardScope } from '../../auth/operator.ts';
import { kiosks, printJobs } from '../../db/schema/kiosks.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { findKioskOrThrow } from './find-kiosk.ts';
import { readBoardKiosks, readPictures } from './read-board-kiosks.ts';
import { readDays, readFaults } from './read-days.ts';
import { keptOutcomes } from './read-outcomes.ts';
import { jobsInScope } from './read-print-jobs.ts';

/** A kiosk with thirty days of what it did. @throws AppError not_found */
export async function readKioskFigures(
  { store: { db } }: Pick<Runtime, 'store'>,
  scope: CardScope,
  kioskId: string,
): Promise<KioskFigures> {
  const kiosk = await findKioskOrThrow(db, scope, kioskId);
  const now = new Date();
  const ofBranch = await db.select().from(kiosks).where(eq(kiosks.branchId, kiosk.branchId));
  const pictures = await readPictures(db, ofBranch, now.getTime());
  const own = pictures.filter((picture) => picture.kiosk.id === kioskId);
  const ofKiosk = and(eq(printJobs.kioskId, kioskId), jobsInScope(scope));
  const [[shown], days, faults] = await Promise.all([
    readBoardKiosks(db, scope, own, pictures, keptOutcomes),
    readDays(db, ofKiosk, now),
    readFaults(db, ofKiosk, now),
  ]);
  if (!shown) throw new AppError('not_found');
  return {
    kiosk: {
      ...shown,
      branchId: kiosk.branchId,
      branchName: kiosk.branchName,
    },
    days,
    faults,
    asOf: now.toISOString(),
  };
}
