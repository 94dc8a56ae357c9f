import 'server-only';
import { voidApprovals } from '../../../approvals/standing.ts';
import type { Runtime } from '../../../runtime.ts';
import type { WiseBatchGroup } from '../../../wise/resources/batch-groups.ts';
import { resourceOf } from '../run/start-approved.ts';
import type { Group } from '../run/row-outcome.ts';

const ended: readonly string[] = ['CANCELLED', 'MARKED_FOR_CANCELLATION', 'PROCESSING_CANCEL'];

interface Seen {
  status: WiseBatchGroup['status'];
  /** Transfers in it that nobody here has read yet, and those that were read and are there no more. */
  added: number;
  gone: number;
}

/** People agreed to what Wise held then: another program that adds to the group, or cancels it, ends that. */
export async function voidWhereChanged(
  parts: Pick<Runtime, 'store' | 'vault'>,
  { id, origin }: Pick<Group, 'id' | 'origin'>,
  seen: Seen,
): Promise<void> {
  const what = origin === 'wise' ? whatChanged(seen) : undefined;
  if (what === undefined) return;
  const at = new Date().toISOString().slice(11, 16);
  const why = `${what} at Wise, seen at ${at} UTC. Your approval no longer counts.`;
  await parts.store.db.transaction((tx) => voidApprovals(parts, tx, resourceOf(id), why));
}

function whatChanged({ added, gone, status }: Seen): string | undefined {
  if (ended.includes(status)) return 'The group was cancelled';
  if (added > 0) return `Another program added ${added === 1 ? 'a transfer' : `${added} transfers`}`;
  return gone > 0 ? 'Transfers are gone from the group' : undefined;
}
