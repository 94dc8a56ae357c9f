import 'server-only';
import { and, desc, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { kiosks, printJobs } from '../../db/schema/kiosks.ts';

export const endedStates = ['printed', 'fault', 'refused'];
export const openStates = ['sending', 'waiting', 'printing', 'unknown'];
const dayMs = 86_400_000;
export const figureDays = 30;
export const keptOutcomes = 12;
const incidentWithinMs = 2 * 60 * 60_000;
const mostForIncident = 200;

const jobFacts = {
  id: printJobs.id,
  kioskId: printJobs.kioskId,
  cardToken: printJobs.cardToken,
  state: printJobs.state,
  errorStatus: printJobs.errorStatus,
  errorCode: printJobs.errorCode,
  createdAt: printJobs.createdAt,
  occurredAt: printJobs.occurredAt,
  endedAt: printJobs.endedAt,
};
export type JobFacts = Awaited<ReturnType<typeof readLatest>>[number];

/** In milliseconds, what this share of the printed cards stayed below. */
export const shareOfPrinted = (share: number) => sql<
  number | null
>`percentile_cont(${sql.raw(String(share))}) within group (
  order by extract(epoch from ${printJobs.endedAt} - ${printJobs.occurredAt}) * 1000
) filter (where ${printJobs.state} = 'printed')`;
export const medianOfPrinted = shareOfPrinted(0.5);
export const countPrinted = sql<number>`count(*) filter (where ${printJobs.state} = 'printed')::int`;
/** A refusal without a code was a lost answer: it says nothing of the kiosk. */
export const countFailed = sql<number>`count(*) filter (where ${printJobs.state} in ('fault', 'refused') and ${printJobs.errorStatus} is not null)::int`;

/** Thirty days of each kiosk in one row. */
export const readFigures = (db: Database, kioskIds: string[], nowMs: number) =>
  db
    .select({
      kioskId: printJobs.kioskId,
      printed: countPrinted,
      failed: countFailed,
      medianMs: medianOfPrinted,
    })
    .from(printJobs)
    .where(
      and(
        inArray(printJobs.kioskId, kioskIds),
        gt(printJobs.createdAt, new Date(nowMs - figureDays * dayMs)),
      ),
    )
    .groupBy(printJobs.kioskId);

/** The last twelve that ended at a kiosk: read by the index of kiosk and time. */
const endedAtKiosk = (db: Database, most = keptOutcomes) =>
  db
    .select(jobFacts)
    .from(printJobs)
    .where(and(eq(printJobs.kioskId, kiosks.id), inArray(printJobs.state, endedStates)))
    .orderBy(desc(printJobs.createdAt))
    .limit(most)
    .as(`latest_${most}`);

/** The last that ended at each kiosk, newest first. */
export function readLatest(db: Database, kioskIds: string[]) {
  const latest = endedAtKiosk(db);
  return db
    .select({
      id: latest.id,
      kioskId: latest.kioskId,
      cardToken: latest.cardToken,
      state: latest.state,
      errorStatus: latest.errorStatus,
      errorCode: latest.errorCode,
      createdAt: latest.createdAt,
      occurredAt: latest.occurredAt,
      endedAt: latest.endedAt,
    })
    .from(kiosks)
    .crossJoinLateral(latest)
    .where(inArray(kiosks.id, kioskIds))
    .orderBy(desc(latest.createdAt));
}

/** How those went, of kiosks whose last one failed. */
export function readOutcomesAfterFailure(db: Database, kioskIds: string[]) {
  const latest = endedAtKiosk(db);
  const newest = endedAtKiosk(db, 1);
  return db
    .select({
      kioskId: latest.kioskId,
      state: latest.state,
      errorStatus: latest.errorStatus,
      errorCode: latest.errorCode,
    })
    .from(kiosks)
    .crossJoinLateral(newest)
    .crossJoinLateral(latest)
    .where(and(inArray(kiosks.id, kioskIds), ne(newest.state, 'printed')))
    .orderBy(desc(latest.createdAt));
}

/** What a kiosk prints, what waits there, and what nobody knows yet. */
export const readOpen = (db: Database, kioskIds: string[]) =>
  db
    .select(jobFacts)
    .from(printJobs)
    .where(and(inArray(printJobs.kioskId, kioskIds), inArray(printJobs.state, openStates)))
    .orderBy(printJobs.createdAt);

/** What ended lately anywhere, newest first: faults behind all kiosks are told by all of them. */
export const readEndedLately = (db: Database, nowMs: number) =>
  db
    .select(jobFacts)
    .from(printJobs)
    .where(
      and(inArray(printJobs.state, endedStates), gt(printJobs.createdAt, new Date(nowMs - incidentWithinMs))),
    )
    .orderBy(desc(printJobs.createdAt))
    .limit(mostForIncident);
