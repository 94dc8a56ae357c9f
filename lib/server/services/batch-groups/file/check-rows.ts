import 'server-only';
import { batchFileLimits } from '../../../../catalogues/batch-columns.ts';
import { type CheckInput, prepareCheck } from './check-context.ts';
import { checkRow } from './check-row.ts';
import { watchForDuplicates } from './duplicates.ts';
import { bySeverity, faultOf, isDoubt } from './faults.ts';
import type { CheckedRow, RowToCheck } from './row-result.ts';
import { type CheckTotals, totalRows } from './totals.ts';

export interface CheckResult {
  /** In the order they came. */
  rows: CheckedRow[];
  totals: CheckTotals;
}

/**
 * Checks all rows of a batch before anything of it is sent: pure, a thousand rows in a few dozen milliseconds. A row
 * that is faulty must not be sent; each of its faults says what is wrong and how to mend it.
 * @param input what the caller has read of Wise and the store; `balance` is in the group's currency
 */
export function checkRows({
  rows,
  balance,
  ...input
}: CheckInput & { rows: readonly RowToCheck[]; balance?: { amount: string } }): CheckResult {
  const context = prepareCheck(input);
  const watch = watchForDuplicates(input.recentRows);
  const checked = rows.map((row, at): CheckedRow => {
    const { isWaiting, ...half } = checkRow(row, context);
    const { flags, doubts } =
      half.paymentDigest === null ? { flags: [], doubts: [] } : watch(row.rowNumber, half.paymentDigest);
    const faults = [...half.faults, ...doubts];
    if (at >= batchFileLimits.rows)
      faults.push(faultOf('row', 'too_many_rows', { limit: batchFileLimits.rows }));
    const isAccepted = ({ code }: { code: (typeof faults)[number]['code'] }) =>
      isDoubt(code) && (row.accepted?.includes(code) ?? false);
    const standing = faults.filter((fault) => !isAccepted(fault)).sort(bySeverity);
    return {
      ...half,
      faults: standing,
      accepted: faults.filter(isAccepted),
      flags: [...half.flags, ...flags],
      state: standing.length > 0 ? 'faulty' : isWaiting ? 'waiting' : 'ready',
    };
  });
  return { rows: checked, totals: totalRows(checked, input.sourceCurrency, balance) };
}
