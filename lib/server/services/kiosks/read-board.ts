import 'server-only';
import { and, asc, eq, or } from 'drizzle-orm';
import { can } from '../../../catalogues/console-permissions.ts';
import { findIncident } from '../../../catalogues/kiosk-health.ts';
import type { KioskBoard } from '../../../contracts/kiosk-board.ts';
import type { CardScope, Operator } from '../../auth/operator.ts';
import type { Database } from '../../db/database.ts';
import { cardCollections } from '../../db/schema/cards.ts';
import { kiosks } from '../../db/schema/kiosks.ts';
import { branches } from '../../db/schema/staff.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { bestOf, type KnownKiosk, toOutcome } from './board-kiosk.ts';
import { readBoardKiosks, readPictures, readStopped } from './read-board-kiosks.ts';
import { readEndedLately } from './read-outcomes.ts';
import { countWaitingCards, readWaitingCards } from './read-queue.ts';
import { readWitnesses } from '../branches/witnesses.ts';
import { inBranchesOf } from '../branches/in-branches-of.ts';

const jobsOnBoard = 5;

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
  const pictures = await readPictures(db, branch?.kiosks ?? [], now.getTime());
  const ofBranch = branch && eq(cardCollections.branchId, branch.id);
  const [stopped, shown, incident, queue, queueLength, witnesses] = await Promise.all([
    readStopped(
      db,
      known.flatMap((one) => one.kiosks),
    ),
    readBoardKiosks(db, scope, pictures, pictures, jobsOnBoard),
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
      needsHand: all.some((kiosk) => stopped.has(kiosk.id)),
    })),
    branch: branch ? { id: branch.id, name: branch.name, isActive: branch.isActive } : null,
    kiosks: shown,
    bestKioskId: bestOf(pictures),
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
      and(
        inBranchesOf(scope, branches.id),
        or(eq(branches.isActive, true), named === undefined ? undefined : eq(branches.id, named)),
      ),
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
