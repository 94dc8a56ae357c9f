import 'server-only';
import { and, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import { kioskErrorOf } from '../../../catalogues/kiosk-errors.ts';
import type { KioskFigures } from '../../../contracts/kiosk-board.ts';
import { addDays } from '../../../format/times.ts';
import type { CardScope } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { kiosks, printJobs } from '../../db/schema/kiosks.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { toBoardKiosk } from './board-kiosk.ts';
import { findKioskOrThrow } from './find-kiosk.ts';
import { readPictures, readShown, readStanding } from './read-board.ts';
import { countFailed, countPrinted, figureDays, medianOfPrinted } from './read-outcomes.ts';

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
  const [shown, stands, days, faults] = await Promise.all([
    readShown(db, scope, own),
    readStanding(db, own),
    readDays(db, kioskId, now),
    readFaults(db, kioskId, now),
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

const sinceOf = (now: Date) => addDays(now.toISOString().slice(0, 10), 1 - figureDays);

async function readDays(db: Database, kioskId: string, now: Date): Promise<KioskFigures['days']> {
  const first = sinceOf(now);
  const day = sql<string>`to_char(${printJobs.createdAt} at time zone 'UTC', 'YYYY-MM-DD')`;
  const rows = await db
    .select({ day, printed: countPrinted, failed: countFailed, medianMs: medianOfPrinted })
    .from(printJobs)
    .where(and(eq(printJobs.kioskId, kioskId), gt(printJobs.createdAt, new Date(`${first}T00:00:00Z`))))
    .groupBy(day);
  const known = new Map(rows.map((row) => [row.day, row]));
  return Array.from({ length: figureDays }, (_, index) => {
    const at = addDays(first, index);
    return known.get(at) ?? { day: at, printed: 0, failed: 0, medianMs: null };
  });
}

async function readFaults(db: Database, kioskId: string, now: Date): Promise<KioskFigures['faults']> {
  const rows = await db
    .select({
      status: printJobs.errorStatus,
      code: printJobs.errorCode,
      count: sql<number>`count(*)::int`,
    })
    .from(printJobs)
    .where(
      and(
        eq(printJobs.kioskId, kioskId),
        gt(printJobs.createdAt, new Date(`${sinceOf(now)}T00:00:00Z`)),
        inArray(printJobs.state, ['fault', 'refused']),
        isNotNull(printJobs.errorStatus),
      ),
    )
    .groupBy(printJobs.errorStatus, printJobs.errorCode);
  const counts = new Map<string, number>();
  for (const { code, count, status } of rows) {
    const { place } = kioskErrorOf(status ?? '', code);
    counts.set(place, (counts.get(place) ?? 0) + count);
  }
  return [...counts].map(([place, count]) => ({ place, count })).sort((a, b) => b.count - a.count);
}
