import 'server-only';
import Big from 'big.js';
import type { RelatedTransaction } from '../../../contracts/card-transactions.ts';
import type { Transaction } from '../../wise/resources/to-wise-transaction.ts';

/** A payment that is declined and tried again succeeds within minutes; an hour takes in a walk to a cash machine. */
export const secondTryMs = 60 * 60 * 1000;

const timeOf = ({ creationTime }: Transaction) => new Date(creationTime).getTime();
const merchantOf = ({ merchant }: Transaction) => merchant.name?.trim().toLowerCase();
const isSameMerchant = (one: Transaction, other: Transaction) =>
  merchantOf(one) !== undefined && merchantOf(one) !== '' && merchantOf(one) === merchantOf(other);
const isPurchase = ({ type }: Transaction) =>
  type !== 'REFUND' && type !== 'ACCOUNT_CREDIT' && type !== 'CREDIT_TRANSACTION';

/** The same payment at the same shop, approved after it was declined. @param others of the same card */
export function findSecondTry(
  declined: Transaction,
  others: readonly Transaction[],
): Transaction | undefined {
  if (declined.state !== 'DECLINED') return undefined;
  return others
    .filter(
      (other) =>
        (other.state === 'COMPLETED' || other.state === 'IN_PROGRESS') &&
        isPurchase(other) &&
        isSameMerchant(declined, other) &&
        isSameMoney(declined, other) &&
        timeOf(other) > timeOf(declined) &&
        timeOf(other) - timeOf(declined) <= secondTryMs,
    )
    .sort((one, other) => timeOf(one) - timeOf(other))[0];
}

/** Wise links no refund to its purchase: the newest earlier one at the same shop that was not smaller is likely it. */
export function findLikelyOriginal(
  refund: Transaction,
  others: readonly Transaction[],
): Transaction | undefined {
  if (refund.type !== 'REFUND') return undefined;
  const candidates = others
    .filter((other) => canBeRefundedBy(other, refund))
    .sort((one, other) => timeOf(other) - timeOf(one));
  return (
    candidates.find((other) => other.arn !== null && other.arn === refund.arn) ??
    candidates.find((other) => isSameMoney(other, refund)) ??
    candidates[0]
  );
}

/** Refunds whose likely original this purchase is. */
export const findLikelyRefunds = (purchase: Transaction, others: readonly Transaction[]): Transaction[] =>
  others.filter(
    (other) =>
      other.type === 'REFUND' &&
      canBeRefundedBy(purchase, other) &&
      findLikelyOriginal(other, [purchase, ...others])?.id === purchase.id,
  );

const canBeRefundedBy = (purchase: Transaction, refund: Transaction) =>
  isPurchase(purchase) &&
  purchase.state !== 'DECLINED' &&
  isSameMerchant(purchase, refund) &&
  purchase.transactionAmount.currency === refund.transactionAmount.currency &&
  size(purchase).gte(size(refund)) &&
  timeOf(purchase) < timeOf(refund);

const size = ({ transactionAmount }: Transaction) => new Big(transactionAmount.amount).abs();
const isSameMoney = (one: Transaction, other: Transaction) =>
  one.transactionAmount.currency === other.transactionAmount.currency && size(one).eq(size(other));

export const toRelated = ({
  id,
  type,
  state,
  creationTime,
  transactionAmount,
  merchant,
}: Transaction): RelatedTransaction => ({
  id,
  type,
  state,
  creationTime,
  transactionAmount,
  merchantName: merchant.name,
});
