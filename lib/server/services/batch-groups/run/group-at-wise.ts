import 'server-only';
import { and, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { batchGroups, batchRows } from '../../../db/schema/batches.ts';
import { AppError } from '../../../http/app-error.ts';
import { toAppError } from '../../../http/to-app-error.ts';
import { elsewhereJob } from '../../../jobs/names.ts';
import type { Runtime } from '../../../runtime.ts';
import type { WiseBatchGroup } from '../../../wise/resources/batch-groups.ts';
import { setGroup } from '../change-group.ts';
import { voidWhereChanged } from '../elsewhere/void-approvals.ts';
import { findProfileUserOrThrow } from '../../profile-user.ts';
import { noteBlocked } from './blocked-at-wise.ts';
import type { Group } from './row-outcome.ts';

const leaseSeconds = 60;
const passing: readonly string[] = ['wise_rate_limited', 'wise_unavailable', 'outcome_unknown'];

/**
 * Makes the group at Wise before its first row. One whose answer was lost is an empty group that nobody will use: no money
 * can move by it and Wise has no list to find it in, so another one is made.
 */
export async function ensureAtWise(parts: Runtime, group: Group): Promise<void> {
  const { db } = parts.store;
  const [mine] = await db
    .update(batchGroups)
    .set({ makingUntil: sql`now() + ${leaseSeconds} * interval '1 second'` })
    .where(
      and(
        eq(batchGroups.id, group.id),
        isNull(batchGroups.wiseId),
        or(isNull(batchGroups.makingUntil), lt(batchGroups.makingUntil, sql`now()`)),
      ),
    )
    .returning({ id: batchGroups.id });
  if (!mine) return;
  try {
    const made = await parts.wise.batchGroups.createBatchGroup(
      { userId: await findProfileUserOrThrow(db, group.profileId), priority: 'background' },
      group.profileId,
      { name: group.name, sourceCurrency: group.sourceCurrency },
    );
    await db.transaction((tx) => setGroup(tx, group.id, { ...factsOf(made), makingUntil: null }));
  } catch (thrown) {
    const error = toAppError(thrown);
    await db.update(batchGroups).set({ makingUntil: null }).where(eq(batchGroups.id, group.id));
    if (!passing.includes(error.code)) await stopGroup(parts, group.id, error.code);
  }
}

/** What is kept of Wise's group. */
export const factsOf = ({ id, status, version, transferIds }: WiseBatchGroup) => ({
  wiseId: id,
  wiseStatus: status,
  wiseVersion: version,
  wiseTransfers: transferIds.length,
  wiseReadAt: new Date(),
});

/** The rows stay as they are; a person looks at the reason and goes on. */
export async function stopGroup(
  { store }: Pick<Runtime, 'store'>,
  groupId: string,
  code: string,
): Promise<void> {
  await store.db.transaction(async (tx) => {
    if (code === 'batch_approvals_at_wise') await noteBlocked(tx, groupId);
    await setGroup(tx, groupId, { stage: 'paused', stopCode: code });
  });
}

interface AtWise {
  wiseGroup: WiseBatchGroup;
  /** Transfers that no row knows: made elsewhere, or not read yet. */
  strangers: string[];
  /** Its transfers are those of the rows, all of them and no others. */
  isAsKnown: boolean;
}

/**
 * Reads the group at Wise and keeps what it says. What another program changed ends the approvals of a group of its own.
 * @throws AppError batch_past_this where it is not there yet; what Wise answers
 */
export async function readAtWise(
  parts: Runtime,
  group: Group,
  priority: 'interactive' | 'background',
): Promise<AtWise> {
  const { db } = parts.store;
  if (!group.wiseId) throw new AppError('batch_past_this');
  const wiseGroup = await parts.wise.batchGroups.getBatchGroup(
    { userId: await findProfileUserOrThrow(db, group.profileId), priority },
    group.profileId,
    group.wiseId,
  );
  if (wiseGroup.version === group.wiseVersion && wiseGroup.status === group.wiseStatus)
    await db.update(batchGroups).set({ wiseReadAt: new Date() }).where(eq(batchGroups.id, group.id));
  else await db.transaction((tx) => setGroup(tx, group.id, factsOf(wiseGroup)));
  const rows = await db
    .select({ transferId: batchRows.transferId })
    .from(batchRows)
    .where(and(eq(batchRows.groupId, group.id), isNotNull(batchRows.transferId)));
  const known = new Set(rows.map(({ transferId }) => transferId));
  const strangers = wiseGroup.transferIds.filter((id) => !known.has(id));
  const gone = known.size - (wiseGroup.transferIds.length - strangers.length);
  // It runs every minute anyway.
  if (group.origin === 'wise' && strangers.length > 0 && priority === 'interactive')
    await parts.jobs.ask(elsewhereJob).catch(() => undefined);
  await voidWhereChanged(parts, group, { status: wiseGroup.status, added: strangers.length, gone });
  return { wiseGroup, strangers, isAsKnown: strangers.length === 0 && gone === 0 };
}
