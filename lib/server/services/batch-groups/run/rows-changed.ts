import 'server-only';
import { approversNeeded } from '../../../approvals/rules.ts';
import { voidApprovals } from '../../../approvals/standing.ts';
import type { Operator } from '../../../auth/operator.ts';
import type { Database } from '../../../db/database.ts';
import type { batchGroups } from '../../../db/schema/batches.ts';
import type { Runtime } from '../../../runtime.ts';
import type { CheckFacts } from '../rows/check-group.ts';
import { openRows } from '../rows/recheck.ts';
import { estimateTotal } from './approval.ts';
import { rowDigest } from './row-digest.ts';
import type { Group } from './row-outcome.ts';
import { resourceOf } from './start-approved.ts';

const unsent = ['waiting', 'sending', 'asking-wise'];

/**
 * Other rows are not what was approved: a request that waits ends, and a run that would send what nobody approved pauses.
 * @returns what to set on the group
 */
export async function afterRowsChanged(
  parts: Pick<Runtime, 'vault'>,
  tx: Database,
  operator: Operator,
  group: Group,
  pricing: CheckFacts['pricing'],
): Promise<Partial<typeof batchGroups.$inferInsert>> {
  if (group.stage === 'approving') {
    const at = new Date().toISOString().slice(11, 16);
    const why = `${operator.name} changed rows at ${at} UTC. Your approval no longer counts.`;
    await voidApprovals(parts, tx, resourceOf(group.id), why);
    return { stage: 'preparing' };
  }
  if (group.stage !== 'running') return {};
  const rows = await openRows(tx, parts.vault, group.id);
  if (group.ceiling !== null) {
    const isOther = rows.some(
      ({ row, content }) => unsent.includes(row.state) && row.approvedDigest !== rowDigest(row, content),
    );
    return isOther ? { stage: 'paused', stopCode: 'batch_needs_approval' } : {};
  }
  const { needed } = await approversNeeded(tx, {
    resource: resourceOf(group.id),
    profileId: group.profileId,
    makerId: group.ownerId,
    currency: group.sourceCurrency,
    amount: estimateTotal(pricing, rows),
  });
  return needed > 0 ? { stage: 'paused', stopCode: 'batch_needs_approval' } : {};
}
