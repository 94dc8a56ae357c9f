import { lookOfBatchGroupStatus } from '@/lib/catalogues/batch-statuses';
import type { StatusLook } from '@/lib/catalogues/statuses';
import { leftToDo } from '@/lib/client/batch-groups/group-acts';
import type { BatchGroup } from '@/lib/contracts/batch-groups';
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

const looksBeforeClosing = {
  mend: { word: 'Rows to mend', tone: 'warn', mark: 'needs-a-hand' },
  send: { word: 'Rows to send', tone: 'busy', mark: 'waits' },
  fill: { word: 'Nothing in it', tone: 'quiet', mark: 'not-begun' },
} as const satisfies Record<string, StatusLook>;

/** Its status; one that cannot be closed yet says what is left to be done instead. */
export function lookOfGroup(group: Pick<BatchGroup, 'origin' | 'rows' | 'status'>): StatusLook {
  const left = leftToDo(group);
  return left ? looksBeforeClosing[left] : lookOfBatchGroupStatus(group.status);
}

/** What stands in the tooltip of the status. */
export const wordsOfWise = ({ wiseStatus }: Pick<BatchGroup, 'wiseStatus'>): string =>
  wiseStatus === null ? 'Not at Wise yet' : `At Wise: ${wiseStatus}`;
