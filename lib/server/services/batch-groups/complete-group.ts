import 'server-only';
import type { BatchGroupDetail, BatchGroupPath } from '../../../contracts/batch-groups.ts';
import { countOf, formatCount } from '../../../format/counts.ts';
import { AppError } from '../../http/app-error.ts';
import type { Runtime } from '../../runtime.ts';
import { WiseError } from '../../wise/errors.ts';
import type { WiseBatchGroup } from '../../wise/resources/batch-groups.ts';
import { changeBatchGroup, setGroup } from './change-group.ts';
import { findProfileUserOrThrow } from '../profile-user.ts';
import { readBatchGroup } from './read-detail.ts';
import { findGroupOrThrow } from './read-groups.ts';
import { letGoOfReturned } from './returned/sent-again.ts';
import { factsOf, readAtWise } from './run/group-at-wise.ts';
import type { Group } from './run/row-outcome.ts';
import { countRows } from './run/start.ts';

const unfinished = ['held-back', 'waiting', 'sending', 'asking-wise', 'refused'];

/**
 * Closes the group at Wise, so that it can be funded. What Wise holds must be what the person saw, and nothing but the
 * group's own rows.
 * @throws AppError batch_rows_not_done, batch_changed_at_wise, batch_past_this, outcome_unknown
 */
export async function completeBatchGroup(
  parts: Runtime,
  path: BatchGroupPath,
  wiseVersion: string,
): Promise<BatchGroupDetail> {
  const { db } = parts.store;
  const seen = await findGroupOrThrow(db, path);
  if (seen.wiseStatus === 'COMPLETED') return readBatchGroup(parts, path);
  const { strangers, wiseGroup } = await readAtWise(parts, seen, 'interactive');
  // Of a group made elsewhere the version alone says whether it is what the person saw.
  const isOther = seen.origin === 'console' && strangers.length > 0;
  if (wiseGroup.version !== wiseVersion || isOther)
    throw new AppError('batch_changed_at_wise', { detail: whatChanged(seen, wiseGroup) });
  if (wiseGroup.status !== 'NEW') throw new AppError('batch_past_this');
  // From here on no row is added: the stage says so to every process before Wise is asked.
  await changeBatchGroup(parts, path, undefined, async (locked, tx) => {
    if (locked.stage !== 'settled') throw new AppError('batch_past_this');
    if ((await countRows(tx, locked.id, unfinished)) > 0) throw new AppError('batch_rows_not_done');
    if (wiseGroup.transferIds.length === 0) throw new AppError('batch_nothing_to_send');
    return {};
  });
  try {
    const closed = await parts.wise.batchGroups.setBatchGroupStatus(
      { userId: await findProfileUserOrThrow(db, path.profileId), priority: 'interactive' },
      path.profileId,
      wiseGroup.id,
      { status: 'COMPLETED', version: wiseVersion },
    );
    await db.transaction(async (tx) => {
      await letGoOfReturned(tx, path.batchGroupId, 'left-out');
      await setGroup(tx, path.batchGroupId, factsOf(closed));
    });
  } catch (error) {
    if (error instanceof WiseError && error.kind === 'refused') {
      await readAtWise(parts, seen, 'interactive').catch(() => undefined);
      throw new AppError('batch_changed_at_wise', { cause: error });
    }
    throw error;
  }
  return readBatchGroup(parts, path);
}

/** @param seen as it was read of Wise last, which is what the page shows */
function whatChanged({ wiseStatus, wiseTransfers }: Group, { status, transferIds }: WiseBatchGroup): string {
  const [before, now] = [wiseTransfers ?? 0, transferIds.length];
  if (status !== wiseStatus) return `At Wise it is ${status} now, and was ${wiseStatus ?? 'not there'}.`;
  return now === before
    ? `Wise has another version of it, with ${countOf(now, 'transfer')} as before.`
    : `Wise has ${countOf(now, 'transfer')} in it now, and had ${formatCount(before)}.`;
}
