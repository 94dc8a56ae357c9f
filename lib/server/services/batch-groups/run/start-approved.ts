import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { BatchRowsContent } from '../../../approvals/kinds/batch-rows.ts';
import { findStandingApproval } from '../../../approvals/standing.ts';
import { digestOf } from '../../../approvals/content.ts';
import type { Database } from '../../../db/database.ts';
import { batchRows } from '../../../db/schema/batches.ts';
import type { Runtime } from '../../../runtime.ts';
import { setGroup } from '../change-group.ts';
import { findGroupOrThrow } from '../read-groups.ts';
import { openRows } from '../rows/recheck.ts';
import { rowDigest } from './row-digest.ts';

export const resourceOf = (groupId: string) => ({ type: 'batch-group', id: groupId });

/** Puts an approval that was given into force, where the group is still what was approved. */
export async function startApproved(
  parts: Pick<Runtime, 'store' | 'vault'>,
  content: BatchRowsContent,
  kind: 'batch-group.rows' | 'batch-group.funding' = 'batch-group.rows',
): Promise<void> {
  const { groupId, profileId } = content;
  const resource = resourceOf(groupId);
  await parts.store.db.transaction(async (tx) => {
    const group = await findGroupOrThrow(tx, { profileId, batchGroupId: groupId }, 'update');
    const standing = await findStandingApproval(tx, {
      kind,
      resource,
      digest: digestOf(kind, resource, content),
    });
    if (!standing) return;
    await stampApproved(tx, parts, content);
    await setGroup(tx, groupId, {
      ceiling: content.ceiling,
      approvalId: standing.approvalId,
      ...(group.stage === 'approving' && {
        stage: 'running',
        stopCode: null,
        startedAt: group.startedAt ?? new Date(),
        startedBy: standing.requestedBy,
      }),
    });
  });
}

/** A row bears the digest of what was approved of it only while it is that. */
export async function stampApproved(
  tx: Database,
  { vault }: Pick<Runtime, 'vault'>,
  { groupId, rows: approved }: BatchRowsContent,
): Promise<void> {
  const digestOfRow = new Map(approved.map(({ digest, rowNumber }) => [rowNumber, digest]));
  for (const { row, content } of await openRows(tx, vault, groupId)) {
    const digest = digestOfRow.get(row.rowNumber);
    if (digest === undefined || digest !== rowDigest(row, content) || row.approvedDigest === digest) continue;
    await tx
      .update(batchRows)
      .set({ approvedDigest: digest })
      .where(and(eq(batchRows.groupId, groupId), eq(batchRows.rowNumber, row.rowNumber)));
  }
}
