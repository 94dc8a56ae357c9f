import 'server-only';
import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { profiles, wiseConnections } from './db/schema/wise.ts';
import { LockedError } from './db/lock-file.ts';
import { EnvError } from './env.ts';
import { jobDefinitions } from './jobs/definitions.ts';
import {
  batchJob,
  bulkJob,
  cardsJob,
  deliveriesJob,
  fundingJob,
  gapsJob,
  reconcileJob,
  refreezeJob,
  subscriptionJob,
} from './jobs/names.ts';
import { reachesCards } from './services/connections/reach.ts';
import { refreezeChannel } from './services/card-holds/alerts.ts';
import { type Runtime, runtime } from './runtime.ts';

const holder: typeof globalThis & { consoleBoot?: { firstPassDeadline: number; hasStartedJobs: boolean } } =
  globalThis;
const waitForFirstPassMs = 20_000;
const drainWithinMs = 5000;
const firstLookAfterSeconds = 20;

/** Starts jobs and everything that works without being asked. Ends the process with one line per fault if it cannot. */
export async function boot(): Promise<void> {
  const state = { firstPassDeadline: Date.now() + waitForFirstPassMs, hasStartedJobs: false };
  holder.consoleBoot = state;
  let parts: Runtime;
  try {
    parts = await runtime();
  } catch (error) {
    for (const line of explainFault(error)) process.stderr.write(`${line}\n`);
    process.exit(1);
  }
  process.once('SIGTERM', () => void shutDown(parts));
  process.once('SIGINT', () => void shutDown(parts));

  await parts.jobs.start(jobDefinitions(parts));
  const refreeze = () => void parts.jobs.ask(refreezeJob).catch(() => undefined);
  await parts.store.listen(refreezeChannel, refreeze, refreeze);
  state.hasStartedJobs = true;
  for (const job of [cardsJob, deliveriesJob, subscriptionJob, reconcileJob, bulkJob, batchJob, fundingJob]) {
    await parts.jobs.ask(job);
  }
  // Once cards and orders are there to be looked at.
  await parts.jobs.ask(gapsJob, firstLookAfterSeconds);
  parts.log.info({ store: parts.store.kind, environment: parts.env.wise.environment }, 'console started');
}

/** Whether jobs run, and whether every profile's cards were read once. The second is waited for at most 20 s. */
export async function readReadiness(parts: Runtime): Promise<{ isReady: boolean; indexComplete: boolean }> {
  const state = holder.consoleBoot;
  if (!state?.hasStartedJobs) return { isReady: false, indexComplete: false };
  const [unread] = await parts.store.db
    .select({ count: sql<number>`count(*)::int` })
    .from(wiseConnections)
    .leftJoin(profiles, eq(profiles.userId, wiseConnections.userId))
    .where(
      or(
        and(reachesCards, isNull(profiles.cardsReadAt)),
        // Not asked for its profiles yet.
        and(eq(wiseConnections.state, 'working'), isNull(profiles.id)),
      ),
    );
  const indexComplete = unread?.count === 0;
  return { isReady: indexComplete || Date.now() > state.firstPassDeadline, indexComplete };
}

/**
 * Takes no more jobs, ends the event streams, lets running requests finish, then closes the store. Next's own handling
 * of the signal, which would exit in between, is off (NEXT_MANUAL_SIG_HANDLE).
 */
async function shutDown(parts: Runtime): Promise<void> {
  const { jobs, hub, inFlight, accessLog, intake, wise, store, log } = parts;
  try {
    hub.close();
    await jobs.stop();
    await inFlight.drained(drainWithinMs);
    await accessLog.flush();
    await intake.flush();
    await wise.close();
    await store.close();
    log.info('console stopped');
    process.exit(0);
  } catch (error) {
    log.error({ type: error instanceof Error ? error.name : typeof error }, 'console stopped badly');
    process.exit(1);
  }
}

function explainFault(error: unknown): string[] {
  if (error instanceof EnvError) return error.faults.map((fault) => `Configuration: ${fault}`);
  if (error instanceof LockedError) return [`Store: ${error.message}`];
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === 'ENOSPC') return ['Store: the disk is full. Nothing was changed.'];
  if (code === 'EACCES' || code === 'EROFS') return ['Store: DATA_DIR is not writable.'];
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return ['Store: DATABASE_URL does not answer.'];
  const message = error instanceof Error ? error.message : String(error);
  return [`Start: ${message.split('\n')[0] ?? 'failed'}${code ? ` (${code})` : ''}`];
}
