import 'server-only';
import type { Holder } from '../../../catalogues/console-permissions.ts';
import type { WiseTransaction } from '../../../contracts/card-transactions.ts';
import type { Transaction } from '../../wise/resources/to-wise-transaction.ts';

/** The transaction with its reason opened as far as `reader` may know it. */
export function tellTransaction<T extends Transaction>(
  reader: Holder,
  { reason, ...transaction }: T,
): Omit<T, 'reason'> & Pick<WiseTransaction, 'declineReason' | 'detailedDeclineReason'> {
  return {
    ...transaction,
    ...(reason?.tellTo(reader) ?? { declineReason: null, detailedDeclineReason: null }),
  };
}
