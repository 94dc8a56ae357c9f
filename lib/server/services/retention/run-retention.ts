import 'server-only';
import { randomUUID } from 'node:crypto';
import { asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type RetentionClassName, retentionClassNames } from '../../../catalogues/retention.ts';
import { sealAct } from '../../audit/sealed-act.ts';
import type { Database } from '../../db/database.ts';
import { retentionRuns } from '../../db/schema/retention.ts';
import { publishEvent } from '../../events/event-hub.ts';
import { retentionJob } from '../../jobs/names.ts';
import type { Runtime } from '../../runtime.ts';
import { dropEmptyMonths } from '../card-transactions/archive/months.ts';
import { lockWhatIsKept } from '../legal-holds/is-held.ts';
import { workOf } from './classes/all-classes.ts';
import { readCutoff } from './cutoffs.ts';

interface Parts extends Pick<Runtime, 'store' | 'audit'> {
  jobs: Pick<Runtime['jobs'], 'ask'>;
  log: Pick<Runtime['log'], 'info'>;
}
type Run = typeof retentionRuns.$inferSelect;

/** A run ends after this, and another goes on. */
const runForMs = 60_000;
const target = { type: 'retention', id: 'all' };
const className = z.enum(retentionClassNames);

/**
 * Deletes what has passed its time, but for what a case or a legal hold needs: in portions, each a transaction of its own.
 * A run that died is gone on with where it was.
 */
export async function runRetention(parts: Parts): Promise<void> {
  const { db } = parts.store;
  const until = Date.now() + runForMs;
  const unfinished = await readUnderWay(db);
  const runs = unfinished.length > 0 ? unfinished : await beginRuns(parts);
  for (const run of runs)
    if (!(await deleteAll(parts, run, until))) {
      await parts.jobs.ask(retentionJob);
      return;
    }
  await dropEmptyMonths(parts.store, await readCutoff(db, 'card-transactions'));
  await endRuns(parts);
}

const readUnderWay = (db: Database): Promise<Run[]> =>
  db.select().from(retentionRuns).where(isNull(retentionRuns.endedAt)).orderBy(asc(retentionRuns.startedAt));

/** What is going to be deleted is in the trail before it is. From then on nobody but compliance is told of it. */
async function beginRuns({ audit, store: { db } }: Parts): Promise<Run[]> {
  const now = new Date();
  const begun = await Promise.all(retentionClassNames.map((name) => planRun(db, name, now)));
  const due = begun.filter((one) => one !== undefined);
  if (due.length === 0) return [];
  await audit.append({
    phase: 'event',
    action: 'retention.run',
    actor: null,
    target,
    details: { deletedBefore: Object.fromEntries(due.map(({ className: of, cutoff }) => [of, cutoff])) },
  });
  return db.transaction(async (tx) => {
    const runs = await tx.insert(retentionRuns).values(due).returning();
    await publishEvent(tx, { type: 'retention.changed' });
    return runs;
  });
}

/** @returns undefined where the class was worked through today, up to the same moment */
async function planRun(db: Database, name: RetentionClassName, now: Date) {
  const [cutoff, last] = await Promise.all([readCutoff(db, name, now), readLastRun(db, name)]);
  const isDone = last && last.cutoff >= cutoff && dayOf(last.startedAt) === dayOf(now);
  if (isDone) return undefined;
  const passed = await workOf(name).count(db, { from: last?.cutoff ?? null, until: cutoff });
  return { className: name, cutoff, passed };
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

export async function readLastRun(db: Database, name: RetentionClassName): Promise<Run | undefined> {
  const [last] = await db
    .select()
    .from(retentionRuns)
    .where(eq(retentionRuns.className, name))
    .orderBy(desc(retentionRuns.cutoff), desc(retentionRuns.startedAt))
    .limit(1);
  return last;
}

/** @returns whether all of it has gone in time */
async function deleteAll({ store: { db } }: Parts, run: Run, until: number): Promise<boolean> {
  const work = workOf(className.parse(run.className));
  // What stays is passed over once in a run, and looked at again by the next.
  for (let from: Date | null = null; Date.now() < until; ) {
    const { reached } = await db.transaction(async (tx) => {
      await lockWhatIsKept(tx);
      const portion = await work.deleteSome(tx, { from, until: run.cutoff });
      if (portion.deleted > 0)
        await tx
          .update(retentionRuns)
          .set({ deleted: sql`${retentionRuns.deleted} + ${portion.deleted}` })
          .where(eq(retentionRuns.id, run.id));
      return portion;
    });
    if (reached === null) return true;
    from = reached;
  }
  return false;
}

/** How many went is sealed for compliance: held against how many there were, it tells that some stay. */
async function endRuns({ audit, log, store: { db } }: Parts): Promise<void> {
  const runs = await readUnderWay(db);
  if (runs.length === 0) return;
  const details = { deleted: Object.fromEntries(runs.map(({ className: of, deleted }) => [of, deleted])) };
  await audit.append(
    sealAct(randomUUID(), { phase: 'event', action: 'retention.delete', actor: null, target, details }),
  );
  await db.transaction(async (tx) => {
    await tx.update(retentionRuns).set({ endedAt: new Date() }).where(isNull(retentionRuns.endedAt));
    await publishEvent(tx, { type: 'retention.changed' });
  });
  log.info({ classes: runs.length }, 'what has passed its time is deleted');
}
