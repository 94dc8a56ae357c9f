import 'server-only';
import { and, eq, isNotNull } from 'drizzle-orm';
import { batchRows } from '../../../db/schema/batches.ts';
import type { Runtime } from '../../../runtime.ts';
import type { WiseTransfer } from '../../../wise/resources/transfers.ts';
import { askWise } from './ask-wise.ts';
import type { Row } from './row-outcome.ts';
import type { SendingGroup } from './send-row.ts';

/** Looks in the group at Wise for a transfer that was made although its answer was lost. */
export async function findTransferOf(
  { store, wise }: Runtime,
  group: SendingGroup,
  row: Row,
): Promise<WiseTransfer | undefined> {
  const options = { userId: group.userId, priority: 'background' } as const;
  const { transferIds } = await askWise('transfer', row.tries, () =>
    wise.batchGroups.getBatchGroup(options, group.profileId, group.wiseId),
  );
  const rows = await store.db
    .select({ transferId: batchRows.transferId })
    .from(batchRows)
    .where(and(eq(batchRows.groupId, group.id), isNotNull(batchRows.transferId)));
  const known = new Set(rows.map(({ transferId }) => transferId));
  for (const transferId of transferIds.filter((id) => !known.has(id))) {
    const transfer = await askWise('transfer', row.tries, () =>
      wise.transfers.getTransfer(options, transferId),
    );
    if (transfer.customerTransactionId === row.customerTransactionId) return transfer;
  }
  return undefined;
}
