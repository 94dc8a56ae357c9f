import 'server-only';
import type { z } from 'zod';
import {
  type cardTransaction,
  cardTransactionDetail,
  cardTransactionListReply,
} from '../../../contracts/wise/card-transactions.ts';
import type { Money as WiseMoney } from '../../../contracts/wise/decimal.ts';
import type { Money, WiseTransaction } from '../../../contracts/card-transactions.ts';
import { GuardedReason } from '../../catalogues/decline-reasons/guarded-reason.ts';

/** Wise's transaction as the console carries it: its reason is closed, see GuardedReason. */
export interface Transaction extends Omit<WiseTransaction, 'declineReason' | 'detailedDeclineReason'> {
  reason: GuardedReason | undefined;
}
export interface Movement {
  balanceId: string;
  creationTime: string | null;
}
export interface Debit extends Movement {
  debitedAmount: Money;
  forAmount: Money | null;
  rate: string | null;
  fee: Money | null;
}
export interface Credit extends Movement {
  creditedAmount: Money;
}
export interface TransactionDetail extends Transaction {
  debits: Debit[];
  credits: Credit[];
}

const toMoney = ({ amount, currency }: WiseMoney): Money => ({ amount, currency });
const toMoneyOrNull = (value: WiseMoney | null): Money | null => (value === null ? null : toMoney(value));

function toTransaction(told: z.output<typeof cardTransaction>): Transaction {
  const { location, category, name } = told.merchant ?? { location: null, category: null, name: null };
  return {
    id: told.id,
    cardToken: told.cardToken,
    type: told.type,
    state: told.state,
    reason: GuardedReason.of(told.state, told.declineReason, told.detailedDeclineReason),
    creationTime: told.creationTime,
    modificationTime: told.modificationTime,
    purgeTime: told.purgeTime,
    transactionAmount: toMoney(told.transactionAmount),
    fees: told.fees.map(({ amount, currency, fee_type }) => ({ amount, currency, fee_type })),
    transactionAmountWithFees: toMoneyOrNull(told.transactionAmountWithFees),
    billingAmount: toMoneyOrNull(told.billingAmount),
    merchant: {
      name,
      country: location?.country ?? null,
      city: location?.city ?? null,
      zipCode: location?.zipCode ?? null,
      mcc: category?.code ?? null,
      category: category?.description ?? category?.name ?? null,
    },
    authorisationMethod: told.authorisationMethod,
    approvalCode: told.approvalCode,
    arn: told.arn,
    pinValidationResult: told.pinValidationResult,
    balanceChannelReferenceId: told.balanceChannelReferenceId,
  };
}

export const transactionDetailReply = cardTransactionDetail.transform(
  (told): TransactionDetail => ({
    ...toTransaction(told),
    debits: told.debits.map(({ balanceId, debitedAmount, forAmount, rate, fee, creationTime }) => ({
      balanceId,
      creationTime,
      debitedAmount: toMoney(debitedAmount),
      forAmount: toMoneyOrNull(forAmount),
      rate,
      fee: toMoneyOrNull(fee),
    })),
    credits: told.credits.map(({ balanceId, creditedAmount, creationTime }) => ({
      balanceId,
      creationTime,
      creditedAmount: toMoney(creditedAmount),
    })),
  }),
);
export const transactionListReply = cardTransactionListReply.transform(({ transactions }) =>
  transactions.map(toTransaction),
);
