import { lookOfTransactionState } from '@/lib/catalogues/statuses';
import type { ChangedSince, ExportedFigures } from '@/lib/contracts/card-transactions';
import { formatMoney } from '@/lib/format/money';
import { formatTableTime } from '@/lib/format/times';
import { formatTransactionType } from '@/lib/format/transactions';

export interface Difference {
  label: string;
  then: string;
  now: string;
}

const wordsOf = {
  State: ({ state }) => lookOfTransactionState(state).word,
  Amount: ({ transactionAmount: { amount, currency } }) => formatMoney(amount, currency),
  Billed: ({ billingAmount }) =>
    billingAmount === null ? 'not told' : formatMoney(billingAmount.amount, billingAmount.currency),
  Type: ({ type }) => formatTransactionType(type),
  'Decline reason': ({ declineReason }) => declineReason ?? 'none',
  'Detailed reason': ({ detailedDeclineReason }) => detailedDeclineReason ?? 'none',
} satisfies Record<string, (figures: ExportedFigures) => string>;

/** What reads otherwise now than it did then. */
export const differencesOf = (then: ExportedFigures, now: ExportedFigures): Difference[] =>
  Object.entries(wordsOf)
    .map(([label, words]) => ({ label, then: words(then), now: words(now) }))
    .filter((one) => one.then !== one.now);

/** `Exported as Cancelled, 19 Nov 09:31` */
export function wordsOfThen(
  now: ExportedFigures,
  { exportedAt, told }: ChangedSince,
  timeZone: string,
): string {
  const when = formatTableTime(exportedAt, timeZone);
  const [first] = differencesOf(told, now);
  return first ? `Exported as ${first.then}, ${when}` : `Changed since it was exported, ${when}`;
}
