import 'server-only';
import type { Holder } from '../../../catalogues/console-permissions.ts';
import type { Transaction } from '../../wise/resources/to-wise-transaction.ts';

export interface TransactionFilters {
  query?: string | undefined;
  state?: string[] | undefined;
  type?: string[] | undefined;
  declineReason?: string[] | undefined;
}

/**
 * Whether a transaction is looked for. Reasons are compared as `reader` reads them: asking for a code that only
 * compliance may know finds what asking for an invented one finds.
 * @returns undefined where everything is
 */
export function matcherFor(
  reader: Holder,
  { query, state, type, declineReason }: TransactionFilters,
): ((transaction: Transaction) => boolean) | undefined {
  const words = (query ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const tests: ((transaction: Transaction) => boolean)[] = [];
  if (state?.length) tests.push((transaction) => state.includes(transaction.state));
  if (type?.length) tests.push((transaction) => type.includes(transaction.type));
  if (declineReason?.length)
    tests.push(({ reason }) => declineReason.includes(reason?.tellTo(reader).declineReason ?? ''));
  if (words.length > 0)
    tests.push((transaction) => {
      const text = textOf(transaction);
      return words.every((word) => text.includes(word));
    });
  return tests.length === 0 ? undefined : (transaction) => tests.every((test) => test(transaction));
}

const textOf = ({ id, merchant, approvalCode, arn, transactionAmount, billingAmount }: Transaction): string =>
  [
    id,
    merchant.name,
    merchant.city,
    merchant.country,
    merchant.mcc,
    merchant.category,
    approvalCode,
    arn,
    transactionAmount.amount,
    transactionAmount.currency,
    billingAmount?.amount,
  ]
    .filter(Boolean)
    .join(' ')
    .toLowerCase();
