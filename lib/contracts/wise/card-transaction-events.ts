import { z } from 'zod';
import { orNull, textOrNull } from './absent.ts';
import { transactionFee } from './card-transactions.ts';
import { decimal, moneyValue } from './decimal.ts';
import { int64 } from './int64.ts';
import { webhookEnvelope } from './webhook-events.ts';

/** The webhooks' spelling of a place; the API has `zipCode` and `region`. */
const location = z.looseObject({
  country: textOrNull,
  city: textOrNull,
  postCode: textOrNull,
  state: textOrNull,
});

const merchant = z.looseObject({
  name: textOrNull,
  location: orNull(location),
  category: orNull(z.looseObject({ code: textOrNull, description: textOrNull })),
});

const debit = z.looseObject({
  balance_id: int64,
  debited_amount: moneyValue,
  for_amount: orNull(moneyValue),
  rate: orNull(decimal),
  fee: orNull(moneyValue),
  /** null in 2.0.0. */
  creation_time: textOrNull,
});

const credit = z.looseObject({ balance_id: int64, credited_amount: moneyValue });

/**
 * What every version of cards#transaction-state-change carries. `transaction_amount` leaves out fees that are not
 * Wise's, unlike the v4 API, and is negative for what comes in.
 */
const common = {
  resource: z.looseObject({
    type: z.string(),
    profile_id: int64,
    client_id: z.string(),
    card_token: z.string(),
    card_last_digits: textOrNull,
  }),
  transaction_id: int64,
  transaction_type: z.string(),
  /** AUTH, PARTIAL_REVERSAL, FULL_REVERSAL, CAPTURE; open. No other source tells it. */
  transaction_step_type: z.string(),
  transaction_state: z.string(),
  decline_reason: textOrNull,
  detailed_decline_reason: textOrNull,
  creation_time: z.string(),
  occurred_at: z.string(),
  purge_time: textOrNull,
  transaction_amount: moneyValue,
  fees: z.array(transactionFee).default([]),
  transaction_amount_with_fees: orNull(moneyValue),
  billing_amount: orNull(moneyValue),
  merchant: orNull(merchant),
  authorisation_method: textOrNull,
  approval_code: textOrNull,
  arn: textOrNull,
  pin_validation_result: textOrNull,
  debits: z.array(debit).default([]),
  relay_authorisation_data: orNull(
    z.looseObject({ response_code: textOrNull, fallback: orNull(z.boolean()) }),
  ),
};

/** 2.1.0 and 4.0.0 differ in the precision of their times only. */
const recentData = z.looseObject({
  ...common,
  credits: z.array(credit).default([]),
  balance_channel_reference_id: textOrNull,
});

/** The data of any version: what one of them does not have is empty. */
export const cardTransactionData = z.looseObject({
  ...common,
  credits: z.array(credit).default([]),
  credit: orNull(credit),
  balance_channel_reference_id: textOrNull,
});

const oldData = z.looseObject({
  ...common,
  credit: orNull(credit),
  balance_transaction_id: orNull(int64),
  balance_movements: z
    .array(
      z.looseObject({
        creation_time: z.string(),
        balance_id: z.string(),
        type: z.string(),
        amount: moneyValue,
      }),
    )
    .default([]),
  is_debit: orNull(z.boolean()),
  /** Wise: false while IN_PROGRESS marks a pre-authorisation. */
  is_amount_confirmed: orNull(z.boolean()),
});

/** What names the transaction, alike in every version. */
export const cardTransactionNamed = z.looseObject({
  resource: z.looseObject({ profile_id: int64, card_token: z.string() }),
  transaction_id: int64,
});

/** May come with no visible change. */
export const disputeUpdate = z.looseObject({
  resource: z.looseObject({ profile_id: int64, transaction_id: int64 }),
});

const eventOf = <V extends string, D extends z.ZodType>(version: V, data: D) =>
  z.looseObject({
    ...webhookEnvelope.shape,
    event_type: z.literal('cards#transaction-state-change'),
    schema_version: z.literal(version),
    data,
  });

export const cardTransactionStateChange = z.discriminatedUnion('schema_version', [
  eventOf('2.0.0', oldData),
  eventOf('2.1.0', recentData),
  eventOf('4.0.0', recentData),
]);
