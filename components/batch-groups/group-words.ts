import type { BatchGroupStatus } from '@/lib/catalogues/batch-statuses';
import type { BatchGroup, BatchGroupDetail } from '@/lib/contracts/batch-groups';
import { totalRows } from '@/lib/client/batch-groups/rows-view';
import { formatCount } from '@/lib/format/counts';

/** `803 of 1,000`; a group of elsewhere shows only what Wise holds. */
export function wordsOfProgress({ origin, rows }: Pick<BatchGroup, 'origin' | 'rows'>): string {
  const total = totalRows(rows) - rows.leftOut;
  if (origin === 'wise') return formatCount(rows.inGroup);
  return total === 0 ? 'none yet' : `${formatCount(rows.inGroup)} of ${formatCount(total)}`;
}

/** Share of the rows that are in the group, of those that are to be. */
export function shareInGroup({ rows }: Pick<BatchGroup, 'rows'>): number {
  const total = totalRows(rows) - rows.leftOut;
  return total === 0 ? 0 : rows.inGroup / total;
}

/** What stands in the tooltip of the status. */
export const wordsOfWise = ({ wiseStatus }: Pick<BatchGroup, 'wiseStatus'>): string =>
  wiseStatus === null ? 'Not at Wise yet' : `At Wise: ${wiseStatus}`;

/** As the list has it: what is closed and waits for a second person is not ready to be funded. */
export const listedStatusOf = ({
  approval,
  status,
}: Pick<BatchGroupDetail, 'approval' | 'status'>): BatchGroupStatus =>
  status === 'CLOSED' && approval.state === 'waiting' ? 'WAITING_FOR_APPROVAL' : status;
