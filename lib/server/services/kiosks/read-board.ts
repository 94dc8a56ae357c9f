import 'server-only';
import { and, asc, eq, inArray, notExists, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { can } from '../../../catalogues/console-permissions.ts';
import { findIncident } from '../../../catalogues/kiosk-health.ts';
import type { PrintJob } from '../../../contracts/card-productions.ts';
import type { KioskBoard } from '../../../contracts/kiosk-board.ts';
import type { CardScope, Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { cardCollections } from '../../db/schema/cards.ts';
import { kiosks, printJobs } from '../../db/schema/kiosks.ts';
import { branches } from '../../db/schema/staff.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import {
  bestOf,
  type KioskPicture,
  type KnownKiosk,
  pictureOf,
  toBoardKiosk,
  toOutcome,
} from './board-kiosk.ts';
import { jobsInScope, selectPrintJobs, toPrintJob } from './read-print-jobs.ts';
import { type JobFacts, readEndedLately, readFigures, readLatest, readOpen } from './read-outcomes.ts';
import { countWaitingCards, readWaitingCards } from './read-queue.ts';
import { readWitnesses } from '../branches/witnesses.ts';

/**
 * A branch's kiosks, their jobs, and the cards that wait. One out of use is read only when it is named, by who can take it
 * into use again: for others it is not there.
 * @throws AppError not_found for another's branch
 */
export async function readKioskBoard(
  { store: { db } }: Pick<Runtime, 'store'>,
  operator: Pick<Operator, 'flags' | 'personId' | 'role'>,
  scope: CardScope,
  branchId: string | undefined,
): Promise<KioskBoard> {
  const now = new Date();
  const known = await readKnown(db, scope, can(operator, 'branches.write') ? branchId : undefined);
  const branch = branchId === undefined ? known.find(isInUse) : known.find(({ id }) => id === branchId);
  if (branchId !== undefined && !branch) throw new AppError('not_found');
  const pictures = await readPictures(
    db,
    known.flatMap((one) => one.kiosks),
    now.getTime(),
  );
  const own = pictures.filter(({ kiosk }) => kiosk.branchId === branch?.id);
  const ofBranch = branch && eq(cardCollections.branchId, branch.id);
  const [shown, stands, incident, queue, queueLength, witnesses] = await Promise.all([
    readShown(db, scope, own),
    readStanding(db, own),
    readIncident(db, now.getTime()),
    branch ? readWaitingCards(db, ofBranch, now.getTime()) : [],
    branch ? countWaitingCards(db, branch.id) : 0,
    branch ? readWitnesses(db, branch.id, operator.personId) : [],
  ]);
  return {
    branches: known.filter(isInUse).map(({ id, kiosks: all, name }) => ({
      id,
      name,
      kiosks: all.filter(({ isActive }) => isActive).length,
      needsHand: pictures.some(({ health, kiosk }) => kiosk.branchId === id && health.state === 'stop'),
    })),
    branch: branch ? { id: branch.id, name: branch.name, isActive: branch.isActive } : null,
    kiosks: own.map((picture) => toBoardKiosk(picture, own, shown, stands)),
    bestKioskId: bestOf(own),
    queue,
    queueLength,
    incident,
    witnesses,
    asOf: now.toISOString(),
  };
}

interface KnownBranch {
  id: string;
  name: string;
  isActive: boolean;
  kiosks: KnownKiosk[];
}
const isInUse = ({ isActive }: KnownBranch) => isActive;

/** Those in use, and the one that is named. */
async function readKnown(db: Database, scope: CardScope, named: string | undefined): Promise<KnownBranch[]> {
  const within: SQL | undefined =
    scope === 'all'
      ? undefined
      : scope.branchIds.length === 0
        ? sql`false`
        : inArray(branches.id, scope.branchIds);
  const rows = await db
    .select({
      branch: { id: branches.id, name: branches.name, isActive: branches.isActive },
      kiosk: {
        id: kiosks.id,
        branchId: kiosks.branchId,
        place: kiosks.place,
        isActive: kiosks.isActive,
      },
    })
    .from(branches)
    .leftJoin(kiosks, eq(kiosks.branchId, branches.id))
    .where(
      and(within, or(eq(branches.isActive, true), named === undefined ? undefined : eq(branches.id, named))),
    )
    .orderBy(asc(branches.name), asc(kiosks.id));
  const known = new Map<string, KnownBranch>();
  for (const { branch, kiosk } of rows) {
    const entry = known.get(branch.id) ?? { ...branch, kiosks: [] };
    if (kiosk) entry.kiosks.push(kiosk);
    known.set(branch.id, entry);
  }
  return [...known.values()];
}

/** How each of these kiosks does, in three statements however many there are. */
export async function readPictures(db: Database, all: KnownKiosk[], nowMs: number): Promise<KioskPicture[]> {
  const ids = all.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [figures, latest, open] = await Promise.all([
    readFigures(db, ids, nowMs),
    readLatest(db, ids),
    readOpen(db, ids),
  ]);
  const ofKiosk = (jobs: JobFacts[], id: string) => jobs.filter(({ kioskId }) => kioskId === id);
  return all.map((kiosk) =>
    pictureOf(
      kiosk,
      figures.find(({ kioskId }) => kioskId === kiosk.id),
      ofKiosk(latest, kiosk.id),
      ofKiosk(open, kiosk.id),
      nowMs,
    ),
  );
}

const idsOf = (pictures: KioskPicture[]) =>
  pictures.flatMap(({ latest, open }) => [...latest, ...open].map(({ id }) => id));

export async function readShown(
  db: Database,
  scope: CardScope,
  pictures: KioskPicture[],
): Promise<Map<string, PrintJob>> {
  const ids = idsOf(pictures);
  if (ids.length === 0) return new Map();
  const rows = await selectPrintJobs(db).where(and(inArray(printJobs.id, ids), jobsInScope(scope)));
  return new Map(rows.map((row) => [row.job.id, toPrintJob(scope, row)]));
}

/** Those after which their card was not tried again, here or elsewhere. */
export async function readStanding(db: Database, pictures: KioskPicture[]): Promise<Set<string>> {
  const ids = idsOf(pictures);
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

async function readIncident(db: Database, nowMs: number): Promise<KioskBoard['incident']> {
  const ended = (await readEndedLately(db, nowMs)).map((job) => ({
    ...toOutcome(job),
    kioskId: job.kioskId,
    atMs: (job.endedAt ?? job.createdAt).getTime(),
  }));
  const found = findIncident(ended, nowMs);
  return (
    found && {
      status: found.status,
      code: found.code,
      kiosks: found.kiosks,
      since: new Date(found.sinceMs).toISOString(),
    }
  );
}
