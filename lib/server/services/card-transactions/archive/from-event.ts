import 'server-only';
import Big from 'big.js';
import type { z } from 'zod';
import type { Money } from '../../../../contracts/card-transactions.ts';
import type { cardTransactionData } from '../../../../contracts/wise/card-transaction-events.ts';
import { GuardedReason } from '../../../catalogues/decline-reasons/guarded-reason.ts';
import type { TransactionDetail } from '../../../wise/resources/to-wise-transaction.ts';

type Told = z.output<typeof cardTransactionData>;
type Value = Told['transaction_amount'];

/** Wise: the one fee of its own. All others are part of what the merchant asks for. */
const wisesOwnFee = 'ATM_WITHDRAWAL';

/** Wise: deliveries write what comes in with a minus; the API does not, its type says which way money went. */
const unsigned = ({ currency, value }: Value): Money => ({
  amount: new Big(value).abs().toFixed(),
  currency,
});
const asMoney = ({ currency, value }: Value): Money => ({ amount: value, currency });
const orNull = (value: Value | null, to: (value: Value) => Money): Money | null => value && to(value);

/** Wise: the v4 amount includes fees that are not Wise's, a delivery's leaves them out. */
function withEmbeddedFees({ fees, transaction_amount: told }: Told): Money {
  const bare = unsigned(told);
  const amount = fees
    .filter(({ currency, fee_type: type }) => type !== wisesOwnFee && currency === bare.currency)
    .reduce((sum, fee) => sum.plus(fee.amount), new Big(bare.amount));
  return { amount: amount.toFixed(), currency: bare.currency };
}

/** A delivery of any version in the terms of the v4 API, so that both can stand in one table. */
export function transactionOfEvent(told: Told): TransactionDetail {
  const { category, location, name = null } = told.merchant ?? { category: null, location: null };
  const credits = told.credit ? [told.credit] : told.credits;
  return {
    id: told.transaction_id,
    cardToken: told.resource.card_token,
    type: told.transaction_type,
    state: told.transaction_state,
    reason: GuardedReason.of(told.transaction_state, told.decline_reason, told.detailed_decline_reason),
    creationTime: told.creation_time,
    modificationTime: told.occurred_at,
    purgeTime: told.purge_time,
    transactionAmount: withEmbeddedFees(told),
    fees: told.fees.map(({ amount, currency, fee_type }) => ({ amount, currency, fee_type })),
    transactionAmountWithFees: orNull(told.transaction_amount_with_fees, unsigned),
    billingAmount: orNull(told.billing_amount, unsigned),
    merchant: {
      name,
      country: location?.country ?? null,
      city: location?.city ?? null,
      zipCode: location?.postCode ?? null,
      mcc: category?.code ?? null,
      category: category?.description ?? null,
    },
    authorisationMethod: told.authorisation_method,
    approvalCode: told.approval_code,
    arn: told.arn,
    pinValidationResult: told.pin_validation_result,
    balanceChannelReferenceId: told.balance_channel_reference_id,
    debits: told.debits.map((debit) => ({
      balanceId: debit.balance_id,
      creationTime: debit.creation_time,
      debitedAmount: asMoney(debit.debited_amount),
      forAmount: orNull(debit.for_amount, asMoney),
      rate: debit.rate,
      fee: orNull(debit.fee, asMoney),
    })),
    credits: credits.map(({ balance_id: balanceId, credited_amount: amount }) => ({
      balanceId,
      creationTime: null,
      creditedAmount: asMoney(amount),
    })),
  };
}
