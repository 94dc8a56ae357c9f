import 'server-only';
import { and, eq, inArray, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { isStopped } from '../../../catalogues/kiosk-health.ts';
import type { PrintJob } from '../../../contracts/card-productions.ts';
import type { BoardKiosk } from '../../../contracts/kiosk-board.ts';
import type { CardScope } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { printJobs } from '../../db/schema/kiosks.ts';
import { type KioskPicture, type KnownKiosk, pictureOf, toBoardKiosk, toOutcome } from './board-kiosk.ts';
import { jobsInScope, selectPrintJobs, toPrintJob } from './read-print-jobs.ts';
import { readFigures, readLatest, readOpen, readOutcomesAfterFailure } from './read-outcomes.ts';

/** How each of these kiosks does, in three statements however many there are. */
export async function readPictures(db: Database, all: KnownKiosk[], nowMs: number): Promise<KioskPicture[]> {
  const ids = all.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [figures, latest, open] = await Promise.all([
    readFigures(db, ids, nowMs),
    readLatest(db, ids),
    readOpen(db, ids),
  ]);
  const figureOf = new Map(figures.map((figure) => [figure.kioskId, figure]));
  const latestOf = Map.groupBy(latest, ({ kioskId }) => kioskId);
  const openOf = Map.groupBy(open, ({ kioskId }) => kioskId);
  return all.map((kiosk) =>
    pictureOf(kiosk, figureOf.get(kiosk.id), latestOf.get(kiosk.id) ?? [], openOf.get(kiosk.id) ?? [], nowMs),
  );
}

/** Those where nothing more should be sent: never one whose last card was printed. */
export async function readStopped(db: Database, all: KnownKiosk[]): Promise<ReadonlySet<string>> {
  const ids = all.filter(({ isActive }) => isActive).map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const latestOf = Map.groupBy(await readOutcomesAfterFailure(db, ids), ({ kioskId }) => kioskId);
  return new Set(ids.filter((id) => isStopped((latestOf.get(id) ?? []).map(toOutcome))));
}

/**
 * What a page shows of kiosks.
 * @param pictures of the kiosks to show
 * @param ofBranch of all kiosks of their branch: another may be named instead
 * @param jobsInFull how many of each kiosk’s last jobs are told in full
 */
export async function readBoardKiosks(
  db: Database,
  scope: CardScope,
  pictures: readonly KioskPicture[],
  ofBranch: readonly KioskPicture[],
  jobsInFull: number,
): Promise<BoardKiosk[]> {
  const standing = await readStanding(
    db,
    pictures.flatMap(({ latest }) => latest.filter(isNotPrinted).map(({ id }) => id)),
  );
  const chosen = pictures.map((picture) => ({
    picture,
    latest: picture.latest.slice(0, jobsInFull),
    toFix: picture.latest.find((job) => isNotPrinted(job) && standing.has(job.id)),
  }));
  const jobs = await readJobs(
    db,
    scope,
    chosen.flatMap(({ latest, picture, toFix }) =>
      [...latest, ...picture.open, ...(toFix ? [toFix] : [])].map(({ id }) => id),
    ),
  );
  return chosen.map((one) => toBoardKiosk(one, ofBranch, jobs));
}

const isNotPrinted = ({ state }: { state: string }) => state !== 'printed';

async function readJobs(
  db: Database,
  scope: CardScope,
  ids: string[],
): Promise<ReadonlyMap<string, PrintJob>> {
  if (ids.length === 0) return new Map();
  const rows = await selectPrintJobs(db).where(and(inArray(printJobs.id, ids), jobsInScope(scope)));
  return new Map(rows.map((row) => [row.job.id, toPrintJob(scope, row)]));
}

/** Those of the jobs after which their card was not tried again, here or elsewhere. */
async function readStanding(db: Database, ids: string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const later = alias(printJobs, 'later');
  const triedSince = db
    .select({ id: later.id })
    .from(later)
    .where(and(eq(later.cardToken, printJobs.cardToken), sql`${later.createdAt} > ${printJobs.createdAt}`));
  const rows = await db
    .select({ id: printJobs.id })
    .from(printJobs)
    .where(and(inArray(printJobs.id, ids), notExists(triedSince)));
  return new Set(rows.map(({ id }) => id));
}
