import 'server-only';
import { eq } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { kiosks, printJobs } from '../../db/schema/kiosks.ts';
import { isSameAttempt, moreExact } from './attempts.ts';
import type { ToldProduction } from './keep-production.ts';
import { isOpen, jobStateOf, mayFollow } from './print-job-state.ts';

type PrintJob = typeof printJobs.$inferSelect;
type ToldAttempt = ToldProduction & { occurredAt: Date };

/** Wise's clock and this one need not agree to the second. */
const clocksDifferByMs = 60_000;

/**
 * Moves the job of the attempt that was told of, or makes one for an attempt that was sent elsewhere.
 * @returns whether a job changed
 */
export async function followPrintJob(tx: Database, told: ToldProduction): Promise<boolean> {
  const next = jobStateOf(told.status, told.errorCode);
  const { cardToken, occurredAt } = told;
  if (next === undefined || occurredAt === null) return false;
  const jobs = await tx.select().from(printJobs).where(eq(printJobs.cardToken, cardToken));
  const attempt = { ...told, occurredAt };
  const own = findJob(jobs, attempt);
  const over = jobs.filter((job) => job !== own && isOverBefore(job, occurredAt));
  for (const { id } of over) await tx.update(printJobs).set({ state: 'fault' }).where(eq(printJobs.id, id));
  const others = jobs.filter((job) => !over.includes(job));
  const hasMoved = own
    ? await moveJob(tx, others, own, attempt, next)
    : await makeJob(tx, others, attempt, next);
  return hasMoved || over.length > 0;
}

/** Wise prints a card once at a time: an attempt is over when a later one began, whatever it came to and whenever that is told. */
const isOverBefore = (job: PrintJob, occurredAt: Date): boolean =>
  isOpen(job.state) &&
  job.occurredAt !== null &&
  job.occurredAt < occurredAt &&
  !isSameAttempt(job.occurredAt, occurredAt);

/** By its attempt; else the one that was sent to that kiosk, or waits there, and has not been told of. */
function findJob(jobs: PrintJob[], { kioskId, occurredAt }: ToldAttempt): PrintJob | undefined {
  const isMeant = (job: PrintJob) =>
    job.occurredAt === null
      ? occurredAt.getTime() >= job.createdAt.getTime() - clocksDifferByMs
      : job.state === 'waiting' && occurredAt > job.occurredAt;
  return (
    jobs.find((job) => isSameAttempt(job.occurredAt, occurredAt)) ??
    jobs.find((job) => isOpen(job.state) && job.kioskId === kioskId && isMeant(job))
  );
}

async function moveJob(
  tx: Database,
  jobs: PrintJob[],
  job: PrintJob,
  told: ToldAttempt,
  next: string,
): Promise<boolean> {
  const reopens = isOpen(next) && !isOpen(job.state);
  const isTaken = reopens && jobs.some(({ state }) => isOpen(state));
  const isNews = !isTaken && mayFollow(job, next);
  const state = isNews ? next : job.state;
  const isExact = isSameAttempt(job.occurredAt, told.occurredAt);
  const endedAt = isOpen(state) ? null : state === next ? earlier(job.endedAt, endOf(told)) : job.endedAt;
  await tx
    .update(printJobs)
    .set({
      state,
      // Two subscriptions tell of one attempt, each in its own precision.
      occurredAt: isExact ? moreExact(told.occurredAt, job.occurredAt) : told.occurredAt,
      endedAt,
      ...(isNews && faultOf(told, next)),
    })
    .where(eq(printJobs.id, job.id));
  return isNews || endedAt?.getTime() !== job.endedAt?.getTime();
}

/** Of an attempt that was not sent from here. */
async function makeJob(tx: Database, jobs: PrintJob[], told: ToldAttempt, next: string): Promise<boolean> {
  const { cardToken, kioskId, occurredAt, profileId } = told;
  if (kioskId === null) return false;
  const isLatest = jobs.every((job) => (job.occurredAt ?? job.createdAt) < occurredAt);
  // Wise prints a card once at a time: what an earlier attempt came to has been told, or will be.
  const state = isOpen(next) && !isLatest ? 'fault' : next;
  if (isOpen(state)) {
    const open = jobs.find((job) => isOpen(job.state));
    // The answer that is awaited tells what became of it.
    if (open?.state === 'sending') return false;
    if (open)
      await tx
        .update(printJobs)
        .set({ state: open.state === 'unknown' ? 'refused' : 'fault' })
        .where(eq(printJobs.id, open.id));
  }
  const [kiosk] = await tx.select({ branchId: kiosks.branchId }).from(kiosks).where(eq(kiosks.id, kioskId));
  await tx.insert(printJobs).values({
    cardToken,
    profileId,
    kioskId,
    branchId: kiosk?.branchId ?? null,
    createdAt: occurredAt,
    occurredAt,
    state,
    endedAt: isOpen(state) || state !== next ? null : endOf(told),
    ...(state === next && faultOf(told, next)),
  });
  return true;
}

const faultOf = ({ errorCode, status }: ToldAttempt, state: string) =>
  state === 'printing' || state === 'printed'
    ? { errorStatus: null, errorCode: null }
    : { errorStatus: status, errorCode };

/** A reading tells that it ended, not when. */
const endOf = ({ by, toldAt }: ToldAttempt): Date | null => (by === 'webhook' ? toldAt : null);

function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
