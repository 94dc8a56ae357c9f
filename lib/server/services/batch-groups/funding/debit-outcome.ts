/** Whether the transfers of a group were paid for, as far as Wise was read. `some`: at least one is on its way. */
export type Moved = 'none' | 'some' | 'all';

/** What the funding of a group by direct debit is at. `failed`: no money moved, and none will. */
export type DebitOutcome = 'unknown' | 'sent' | 'done' | 'failed';

const underWay: readonly string[] = ['NEW', 'PROCESSING'];

/**
 * A debit that failed while transfers moved was paid for in another way, and one that was charged back has paid: neither
 * makes room for another funding. A status that nobody knows proves nothing; the transfers do.
 * @param status Wise's, of the payment initiation; null where none is known
 */
export function outcomeOfDebit(status: string | null, moved: Moved): DebitOutcome {
  if (status === null) return moved === 'all' ? 'done' : moved === 'some' ? 'sent' : 'unknown';
  if (status === 'CHARGED_BACK') return 'done';
  if (status === 'FAILED' && moved === 'none') return 'failed';
  return moved === 'all' && !underWay.includes(status) ? 'done' : 'sent';
}
