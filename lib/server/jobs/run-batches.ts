import 'server-only';
import { and, eq, inArray, isNotNull, isNull, lte, lt, notExists, or, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { batchGroups, batchRows } from '../db/schema/batches.ts';
import { profiles } from '../db/schema/wise.ts';
import type { Runtime } from '../runtime.ts';
import { setGroup } from '../services/batch-groups/change-group.ts';
import { ensureAtWise, readAtWise, stopGroup } from '../services/batch-groups/run/group-at-wise.ts';
import { findGroupOrThrow } from '../services/batch-groups/read-groups.ts';
import type { Group, Row } from '../services/batch-groups/run/row-outcome.ts';
import { isRow, waitingOrAsking } from '../services/batch-groups/run/save-row.ts';
import { sendRow, type SendingGroup } from '../services/batch-groups/run/send-row.ts';
import { countRows } from '../services/batch-groups/run/start.ts';
import { findRecipients } from '../services/recipients/recipient-index.ts';
import { createLeases } from './leases.ts';
import { batchJob } from './names.ts';
import { createProgress } from './progress.ts';
import { runWorkers } from './run-workers.ts';

/** Calls wait for Wise's budget anyway; this many keep it busy while Wise takes a third of a second to answer. */
const atOnce = 24;
/** Rows in hand beside those being sent, so that a worker need not wait for the store. */
const takenAtOnce = 24;
/** A run ends after this, and another follows. */
const runForMs = 60_000;
/** What a run has in hand is taken over this long after its process died. */
const leaseSeconds = 20;
const restSeconds = 2;
const leaseEnd = sql`now() + ${leaseSeconds} * interval '1 second'`;
const openStates = ['waiting', 'sending', 'asking-wise'];

interface Taken {
  row: Row;
  group: SendingGroup;
}

/** Goes on with every group that runs, until no row waits. Replicas share the rows among them. */
export async function runBatches(parts: Runtime): Promise<void> {
  const { db } = parts.store;
  for (const group of await db
    .select()
    .from(batchGroups)
    .where(and(eq(batchGroups.stage, 'running'), isNull(batchGroups.wiseId))))
    await ensureAtWise(parts, group);
  await sendRows(parts);
  const left = await settleGroups(parts);
  if (left > 0) await parts.jobs.ask(batchJob, restSeconds);
}

async function sendRows(parts: Runtime): Promise<void> {
  const until = Date.now() + runForMs;
  const progress = createProgress(parts, (batchGroupId) => ({ type: 'batch.changed', batchGroupId }));
  const inHand = createLeases((rows: Row[]) =>
    parts.store.db
      .update(batchRows)
      .set({ leasedUntil: leaseEnd })
      .where(or(...rows.map(isRow))),
  );
  const queue: Taken[] = [];
  let filling: Promise<void> | undefined;
  let hasCalled = false;
  const fill = async () => {
    const taken = await takeRows(parts);
    for (const { row } of taken) inHand.add(row);
    queue.push(...taken);
    if (hasCalled || taken.length < takenAtOnce) return;
    // More rows wait: another replica may join in. Without one this finds nothing left to do once the run has ended.
    hasCalled = true;
    await parts.jobs.ask(batchJob).catch(() => undefined);
  };
  const next = async (): Promise<Taken | undefined> => {
    if (queue.length === 0) {
      filling ??= fill().finally(() => {
        filling = undefined;
      });
      await filling;
    }
    return queue.shift();
  };
  const work = async (isCutOff: () => boolean) => {
    while (!isCutOff() && Date.now() < until) {
      const taken = await next();
      if (!taken) return;
      const { group, row } = taken;
      const stopCode = await sendRow(parts, group, row).finally(() => inHand.delete(row));
      progress.note(group.id);
      if (stopCode) await stopGroup(parts, group.id, stopCode);
    }
  };
  try {
    await runWorkers(atOnce, work).finally(() => giveBack(parts, queue));
  } finally {
    inHand.end();
    await progress.end();
  }
}

/** The next rows whose time has come, of groups that run and are at Wise; those of a run that died among them. */
async function takeRows(parts: Runtime): Promise<Taken[]> {
  const { store } = parts;
  const next = store.db
    .select({ groupId: batchRows.groupId, rowNumber: batchRows.rowNumber })
    .from(batchRows)
    .innerJoin(batchGroups, eq(batchGroups.id, batchRows.groupId))
    .where(
      and(
        eq(batchGroups.stage, 'running'),
        isNotNull(batchGroups.wiseId),
        or(
          inArray(batchRows.state, ['waiting', 'asking-wise']),
          and(eq(batchRows.state, 'sending'), lt(batchRows.leasedUntil, sql`now()`)),
        ),
        or(isNull(batchRows.notBefore), lte(batchRows.notBefore, sql`now()`)),
      ),
    )
    .orderBy(batchGroups.startedAt, batchRows.rowNumber)
    .limit(takenAtOnce)
    .for('update', { of: batchRows, skipLocked: true });
  const rows = await store.db
    .update(batchRows)
    .set({
      state: 'sending',
      tries: sql`${batchRows.tries} + 1`,
      leasedUntil: leaseEnd,
      changedAt: new Date(),
    })
    .where(sql`(${batchRows.groupId}, ${batchRows.rowNumber}) in (${next})`)
    .returning();
  if (rows.length === 0) return [];
  const groups = await store.db
    .select({ group: batchGroups, userId: profiles.userId, blockedAt: profiles.transfersBlockedAt })
    .from(batchGroups)
    .innerJoin(profiles, eq(profiles.id, batchGroups.profileId))
    .where(inArray(batchGroups.id, [...new Set(rows.map(({ groupId }) => groupId))]));
  const taken = rows.flatMap((row) => {
    const found = groups.find(({ group }) => group.id === row.groupId);
    if (!found?.group.wiseId) return [];
    const { ceiling, id, profileId, sourceCurrency, wiseId } = found.group;
    const { blockedAt, userId } = found;
    const isBlocked = blockedAt !== null;
    return [{ row, group: { id, profileId, sourceCurrency, wiseId, ceiling, userId, isBlocked } }];
  });
  return withKnownRecipients(parts, taken);
}

/**
 * Payees that have become known since their row was checked, looked up for all rows at once. Whether one without an address
 * will do is seen row by row, when it is sent.
 */
async function withKnownRecipients(
  parts: Pick<Runtime, 'store' | 'vault'>,
  taken: readonly Taken[],
): Promise<Taken[]> {
  const known = new Map<string, Awaited<ReturnType<typeof findRecipients>>>();
  for (const profileId of new Set(taken.map(({ group }) => group.profileId))) {
    const wanted = taken
      .filter(({ group, row }) => group.profileId === profileId && row.recipientId === null)
      .flatMap(({ row }) => row.accountDigest ?? []);
    if (wanted.length > 0)
      known.set(profileId, await findRecipients(parts, profileId, wanted, { withAddress: true }));
  }
  return taken.map(({ group, row }) => {
    const recipientId = row.recipientId ?? known.get(group.profileId)?.get(row.accountDigest) ?? null;
    return { group, row: { ...row, recipientId } };
  });
}

/** Taken and not begun. */
async function giveBack({ store }: Runtime, queue: readonly Taken[]): Promise<void> {
  if (queue.length === 0) return;
  await store.db
    .update(batchRows)
    .set({ state: waitingOrAsking, leasedUntil: null })
    .where(or(...queue.map(({ row }) => isRow(row))));
}

/**
 * Groups without a row to send have run their course. What Wise says of them is read first, so that who then closes one has
 * seen the version that it has there. @returns how many go on
 */
async function settleGroups(parts: Runtime): Promise<number> {
  const { db } = parts.store;
  const open = db
    .select({ one: batchRows.rowNumber })
    .from(batchRows)
    .where(and(eq(batchRows.groupId, batchGroups.id), inArray(batchRows.state, openStates)));
  const done = await db
    .select()
    .from(batchGroups)
    .where(and(eq(batchGroups.stage, 'running'), isNotNull(batchGroups.wiseId), notExists(open)));
  for (const group of done) {
    await readAtWise(parts, group, 'background').catch(() => undefined);
    await db.transaction((tx) => settleIfDone(tx, group));
  }
  const running = await db
    .select({ id: batchGroups.id })
    .from(batchGroups)
    .where(eq(batchGroups.stage, 'running'));
  return running.length;
}

/** Meanwhile somebody may have paused it, or added a row. */
async function settleIfDone(tx: Database, group: Group): Promise<void> {
  const path = { profileId: group.profileId, batchGroupId: group.id };
  const { stage } = await findGroupOrThrow(tx, path, 'update');
  if (stage === 'running' && (await countRows(tx, group.id, openStates)) === 0)
    await setGroup(tx, group.id, { stage: 'settled', stopCode: null });
}
