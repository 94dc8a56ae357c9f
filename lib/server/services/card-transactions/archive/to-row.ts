import 'server-only';
import type { cardTransactionSteps, cardTransactions } from '../../../db/schema/transactions.ts';
import { momentOf } from '../../webhooks/moment.ts';
import type { ToldTransaction } from './told-transaction.ts';

export type ArchiveRow = Omit<typeof cardTransactions.$inferInsert, 'changedAt'>;

const notDeclined = { declineReason: null, detailedDeclineReason: null, toldReason: null };

/** @returns undefined where it is not told when it was made or changed */
export function toRow({ profileId, source, toldAt, transaction }: ToldTransaction): ArchiveRow | undefined {
  const { billingAmount, merchant, transactionAmount, transactionAmountWithFees: withFees } = transaction;
  const createdAt = momentOf(transaction.creationTime);
  const modifiedAt = momentOf(transaction.modificationTime);
  if (!createdAt || !modifiedAt) return undefined;
  return {
    profileId,
    transactionId: transaction.id,
    createdAt,
    cardToken: transaction.cardToken,
    type: transaction.type,
    state: transaction.state,
    ...(transaction.reason?.toArchive() ?? notDeclined),
    modifiedAt,
    purgeAt: momentOf(transaction.purgeTime),
    amount: transactionAmount.amount,
    currency: transactionAmount.currency,
    amountWithFees: withFees?.amount ?? null,
    amountWithFeesCurrency: withFees?.currency ?? null,
    billingAmount: billingAmount?.amount ?? null,
    billingCurrency: billingAmount?.currency ?? null,
    fees: JSON.stringify(transaction.fees),
    merchantName: merchant.name,
    merchantCity: merchant.city,
    merchantCountry: merchant.country,
    merchantZipCode: merchant.zipCode,
    mcc: merchant.mcc,
    merchantCategory: merchant.category,
    authorisationMethod: transaction.authorisationMethod,
    approvalCode: transaction.approvalCode,
    arn: transaction.arn,
    pinValidationResult: transaction.pinValidationResult,
    balanceChannelReferenceId: transaction.balanceChannelReferenceId,
    movements:
      'debits' in transaction
        ? JSON.stringify({ debits: transaction.debits, credits: transaction.credits })
        : null,
    source,
    toldAt,
  };
}

export function stepOf(
  { receivedAt, source, step, toldAt }: ToldTransaction,
  row: ArchiveRow,
): typeof cardTransactionSteps.$inferInsert {
  const { amount, billingAmount, billingCurrency, createdAt, currency, profileId, state } = row;
  return {
    profileId,
    transactionId: row.transactionId,
    createdAt,
    occurredAt: row.modifiedAt,
    step,
    state,
    amount,
    currency,
    billingAmount: billingAmount ?? null,
    billingCurrency: billingCurrency ?? null,
    source,
    toldAt,
    receivedAt,
  };
}
