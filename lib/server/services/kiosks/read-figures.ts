import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { KioskFigures } from '../../../contracts/kiosk-board.ts';
import type { CardScope } from '../../auth/operator.ts';
import { kiosks, printJobs } from '../../db/schema/kiosks.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { toBoardKiosk } from './board-kiosk.ts';
import { findKioskOrThrow } from './find-kiosk.ts';
import { readPictures, readShown, readStanding } from './read-board.ts';
import { readDays, readFaults } from './read-days.ts';
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
  const [picture] = own;
  if (!picture) throw new AppError('not_found');
  const ofKiosk = and(eq(printJobs.kioskId, kioskId), jobsInScope(scope));
  const [shown, stands, days, faults] = await Promise.all([
    readShown(db, scope, own),
    readStanding(db, own),
    readDays(db, ofKiosk, now),
    readFaults(db, ofKiosk, now),
  ]);
  return {
    kiosk: {
      ...toBoardKiosk(picture, pictures, shown, stands),
      branchId: kiosk.branchId,
      branchName: kiosk.branchName,
    },
    days,
    faults,
    asOf: now.toISOString(),
  };
}
