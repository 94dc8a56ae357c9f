import { z } from 'zod';
import { orNull, textOrNull } from './absent.ts';
import { decimal, money, moneyValue } from './decimal.ts';
import { int64 } from './int64.ts';

/** The API's spelling of a place; webhooks have `postCode` and no region. */
export const merchantLocation = z.looseObject({
  country: textOrNull,
  city: textOrNull,
  zipCode: textOrNull,
  region: textOrNull,
  state: textOrNull,
});

/** `code` is the MCC. */
export const merchantCategory = z.looseObject({
  name: textOrNull,
  code: textOrNull,
  description: textOrNull,
});

/** Any part may be missing, the whole too. */
export const merchant = z.looseObject({
  name: textOrNull,
  location: orNull(merchantLocation),
  category: orNull(merchantCategory),
});

/** Wise spells this one field with an underscore. Types are open: ATM_WITHDRAWAL is Wise's, ATM_MACHINE and ATM_ACQUIRER the owner's of the machine. */
export const transactionFee = z.looseObject({
  amount: decimal,
  currency: z.string(),
  fee_type: textOrNull,
});

/**
 * One movement, so a balance may stand in the list more than once: a reservation and its release cancel out.
 * `rate` leads from the debited amount to `forAmount`.
 */
export const cardDebit = z.looseObject({
  balanceId: int64,
  debitedAmount: money,
  forAmount: orNull(money),
  rate: orNull(decimal),
  fee: orNull(money),
  /** null in v3. */
  creationTime: textOrNull,
});

export const cardCredit = z.looseObject({
  balanceId: int64,
  creditedAmount: money,
  /** null in v3. */
  creationTime: textOrNull,
});

/** Only for partners who answer authorisations themselves. */
export const relayAuthorisationData = z.looseObject({
  responseCode: textOrNull,
  fallback: orNull(z.boolean()),
});

/**
 * A transaction of the v4 list. `type`, `state`, the reasons and `pinValidationResult` are open.
 * `transactionAmount` includes fees that are not Wise's, such as those of a machine's owner; v3 and webhooks leave them out.
 */
export const cardTransaction = z.looseObject({
  id: int64,
  cardToken: z.string(),
  type: z.string(),
  state: z.string(),
  declineReason: textOrNull,
  detailedDeclineReason: textOrNull,
  creationTime: z.string(),
  modificationTime: z.string(),
  /** When a hold ends by itself. */
  purgeTime: textOrNull,
  transactionAmount: money,
  fees: z.array(transactionFee).default([]),
  transactionAmountWithFees: orNull(money),
  merchant: orNull(merchant),
  authorisationMethod: textOrNull,
  approvalCode: textOrNull,
  billingAmount: orNull(money),
  arn: textOrNull,
  pinValidationResult: textOrNull,
  balanceChannelReferenceId: textOrNull,
  relayAuthorisationData: orNull(relayAuthorisationData),
});

/** GET v4 of a single transaction: only here are the movements of the balances. */
export const cardTransactionDetail = z.looseObject({
  ...cardTransaction.shape,
  debits: z.array(cardDebit).default([]),
  credits: z.array(cardCredit).default([]),
});

export const cardTransactionListReply = z.looseObject({ transactions: z.array(cardTransaction) });

/** Wise: pageSize 10 to 100; `lastId` is the last id of the page before; ids descend. */
export const cardTransactionPageSize = { min: 10, max: 100, default: 20 } as const;
/** Wise: older transactions answer 422. */
export const cardTransactionSightDays = 90;

/** GET v3, deprecated. `transactionAmount` leaves out every fee; the amount with fees has `value` where v4 has `amount`. */
export const cardTransactionV3 = z.looseObject({
  id: int64,
  cardToken: z.string(),
  type: z.string(),
  state: z.string(),
  declineReason: textOrNull,
  detailedDeclineReason: textOrNull,
  createdDate: z.string(),
  cardLastDigits: z.string(),
  transactionAmount: money,
  fees: z.array(transactionFee).default([]),
  transactionAmountWithFees: orNull(moneyValue),
  merchant: orNull(merchant),
  authorisationMethod: textOrNull,
  balanceTransactionId: orNull(int64),
  debits: z.array(cardDebit).default([]),
  credit: orNull(cardCredit),
  relayAuthorisationData: orNull(relayAuthorisationData),
});
