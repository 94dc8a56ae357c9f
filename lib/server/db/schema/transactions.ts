import { type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, index, integer, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at } from './instant.ts';
import { int64 } from './int64.ts';
import { valueBandOf } from './value-bands.ts';
import { accents, longestTerm, separators } from './words.ts';

/**
 * When a transaction was made, as it was first told: versions of Wise's deliveries write the same moment with more or fewer
 * digits, and it decides in which month's partition everything about the transaction lies.
 */
export const cardTransactionIds = pgTable(
  'card_transaction_ids',
  {
    profileId: text('profile_id').notNull(),
    transactionId: int64('transaction_id').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'card_transaction_ids_pk', columns: [table.transactionId, table.profileId] }),
    index('card_transaction_ids_created').on(table.createdAt),
  ],
);

/** The beginning of a code, as the index of codes has it. */
export const startOf = (column: AnyPgColumn): SQL => sql`left(${column}, ${sql.raw(String(longestTerm))})`;

type TermColumn =
  | 'profileId'
  | 'state'
  | 'type'
  | 'declineReason'
  | 'toldReason'
  | 'currency'
  | 'billingCurrency'
  | 'merchantName'
  | 'merchantCity'
  | 'merchantCountry'
  | 'mcc'
  | 'authorisationMethod'
  | 'approvalCode'
  | 'arn'
  | 'pinValidationResult'
  | 'programme'
  | 'holderWords'
  | 'lastFourDigits'
  | 'outcome'
  | 'reportingAmount';

/**
 * All that a transaction is looked for by, as `letter=value`: one index answers every filter and whatever several of them
 * have in common, however rare that is. The search (`services/card-transactions/search/terms.ts`) asks for the very same
 * expression.
 */
export function termsOf(table: Record<TermColumn, AnyPgColumn>): SQL {
  const start = (letter: string) => sql.raw(`E'\\x01${letter}='`);
  // A term that is too long would keep the whole row out.
  const code = (letter: string, column: AnyPgColumn) =>
    sql`coalesce(${start(letter)} || ${startOf(column)}, '')`;
  const words = (letter: string, column: AnyPgColumn) => {
    const plain = sql`lower(translate(${startOf(column)}, ${sql.raw(`'${accents.from}', '${accents.to}'`)}))`;
    return sql`coalesce(regexp_replace(' ' || ${plain}, ${sql.raw(`'[${separators}]+'`)}, ${start(letter)}, 'g'), '')`;
  };
  const band = valueBandOf(table.reportingAmount);
  // What one currency's amounts are worth may lie far from the others': a band that holds none of it is passed at one look.
  const inBand = (column: AnyPgColumn) =>
    sql`coalesce(${start('z')} || ${band} || ':' || ${startOf(column)}, '')`;
  const terms = [
    code('p', table.profileId),
    code('s', table.state),
    code('y', table.type),
    code('d', table.declineReason),
    code('t', table.toldReason),
    code('u', table.currency),
    code('u', table.billingCurrency),
    code('k', table.mcc),
    code('l', table.merchantCountry),
    code('h', table.authorisationMethod),
    code('v', table.pinValidationResult),
    code('o', table.outcome),
    words('m', table.merchantName),
    words('c', table.merchantCity),
    code('a', table.approvalCode),
    code('r', table.arn),
    code('g', table.programme),
    words('n', table.holderWords),
    code('f', table.lastFourDigits),
    sql`${start('z')} || ${band}`,
    inBand(table.currency),
    inBand(table.billingCurrency),
  ];
  return sql`array_to_tsvector(array_remove(string_to_array(${sql.join(terms, sql` || `)}, ${sql.raw("E'\\x01'")}), ''))`;
}

/**
 * How Wise answered a payment: `approved`, `declined`, or `second-try` where it went through after all. Null for money that
 * comes in and for what nobody knows. What is not disclosed is `declined` whatever became of it, or its code would show.
 */
const outcomeSql = `case
  when type in ('ACCOUNT_CREDIT', 'CHARGEBACK', 'CREDIT_TRANSACTION', 'REFUND') then null
  when state in ('CANCELLED', 'COMPLETED', 'IN_PROGRESS') then 'approved'
  when state <> 'DECLINED' then null
  when went_through_at is not null and told_reason <> 'NOT_DISCLOSED' then 'second-try'
  else 'declined' end`;

/** Every card transaction that Wise told of, as it is now; Wise forgets them after 90 days. One partition a month. */
export const cardTransactions = pgTable(
  'card_transactions',
  {
    profileId: text('profile_id').notNull(),
    transactionId: int64('transaction_id').notNull(),
    createdAt: at('created_at').notNull(),
    cardToken: text('card_token').notNull(),
    /** Of its card as the index knows it, so that one index finds by it too; null for a card that is not known yet. */
    programme: text('programme'),
    /** The holder's name in small letters without accents. */
    holderWords: text('holder_words'),
    lastFourDigits: text('last_four_digits'),
    type: text('type').notNull(),
    state: text('state').notNull(),
    /** As Wise tells them: for compliance alone. */
    declineReason: text('decline_reason'),
    detailedDeclineReason: text('detailed_decline_reason'),
    /** As everybody else reads the reason. */
    toldReason: text('told_reason'),
    /** Wise's last change. */
    modifiedAt: at('modified_at').notNull(),
    purgeAt: at('purge_at'),
    /** As in the v4 API: with the fees that are not Wise's, positive whichever way the money went. */
    amount: numeric('amount').notNull(),
    currency: text('currency').notNull(),
    amountWithFees: numeric('amount_with_fees'),
    amountWithFeesCurrency: text('amount_with_fees_currency'),
    billingAmount: numeric('billing_amount'),
    billingCurrency: text('billing_currency'),
    /**
     * What was billed in the installation's reporting currency, by Wise's rate as the day began on which it was made. No
     * currency: it waits for a rate; no amount: Wise has none.
     */
    reportingAmount: numeric('reporting_amount'),
    reportingCurrency: text('reporting_currency'),
    reportingRate: numeric('reporting_rate'),
    reportingDay: text('reporting_day'),
    /** JSON text of `{amount, currency, fee_type}`. */
    fees: text('fees').notNull().default('[]'),
    merchantName: text('merchant_name'),
    merchantCity: text('merchant_city'),
    merchantCountry: text('merchant_country'),
    merchantZipCode: text('merchant_zip_code'),
    mcc: text('mcc'),
    merchantCategory: text('merchant_category'),
    authorisationMethod: text('authorisation_method'),
    approvalCode: text('approval_code'),
    arn: text('arn'),
    pinValidationResult: text('pin_validation_result'),
    balanceChannelReferenceId: text('balance_channel_reference_id'),
    /** When a soft decline went through after all, at its second try (`archive/second-try.ts`). */
    wentThroughAt: at('went_through_at'),
    outcome: text('outcome').generatedAlwaysAs(sql.raw(outcomeSql)),
    /** JSON text of `{debits, credits}`; null where nobody told of them: Wise's list does not. */
    movements: text('movements'),
    /** Where the present state comes from: webhook or reading. */
    source: text('source').notNull(),
    /** When Wise said so. */
    toldAt: at('told_at').notNull(),
    /** When a figure or state that the console shows changed last; what was exported before shows another. */
    changedAt: at('changed_at').notNull().default(sql`now()`),
    /** The same of what everybody reads. */
    toldChangedAt: at('told_changed_at').notNull().default(sql`now()`),
  },
  (table) => [
    primaryKey({
      name: 'card_transactions_pk',
      columns: [table.createdAt, table.transactionId, table.profileId],
    }),
    index('card_transactions_card').on(table.cardToken, table.createdAt, table.transactionId),
    index('card_transactions_id').on(table.transactionId, table.profileId),
    // What has no value comes last, whichever way it is sorted.
    index('card_transactions_value_up').on(
      sql`(coalesce(${table.reportingAmount}, 'Infinity'::numeric))`,
      table.transactionId,
      table.profileId,
    ),
    index('card_transactions_value_down').on(
      sql`(coalesce(${table.reportingAmount}, '-Infinity'::numeric))`,
      table.transactionId,
      table.profileId,
    ),
    index('card_transactions_waiting_for_rate')
      .on(table.createdAt, table.transactionId, table.profileId)
      .where(sql`${table.reportingCurrency} is null and ${table.billingAmount} is not null`),
    // By Wise's codes, the detailed ones too; a code that is too long would keep the whole row out.
    index('card_transactions_reason')
      .on(startOf(table.declineReason), table.createdAt)
      .where(sql`${table.declineReason} is not null`),
    index('card_transactions_detail')
      .on(startOf(table.detailedDeclineReason), table.createdAt)
      .where(sql`${table.detailedDeclineReason} is not null`),
    // What waits to be sorted in is looked through by every reading, once for each band of value: it is to be little.
    index('card_transactions_terms')
      .using('gin', sql`(${termsOf(table)})`)
      .with({ gin_pending_list_limit: 256 }),
    // What was exported before and is told otherwise by now.
    index('card_transactions_changed').on(table.changedAt),
    // What the decline desk has not looked at yet, and on how many cards a shop was declined.
    index('card_transactions_declined_changed').on(table.changedAt).where(sql`${table.state} = 'DECLINED'`),
    index('card_transactions_declined_merchant')
      .on(sql`lower(trim(${table.merchantName}))`, table.createdAt)
      .where(sql`${table.state} = 'DECLINED'`),
  ],
);

/** Every state a transaction was told to be in, from the first day on: they cannot be had again. Partitioned alike. */
export const cardTransactionSteps = pgTable(
  'card_transaction_steps',
  {
    profileId: text('profile_id').notNull(),
    transactionId: int64('transaction_id').notNull(),
    createdAt: at('created_at').notNull(),
    occurredAt: at('occurred_at').notNull(),
    /** AUTH, PARTIAL_REVERSAL, FULL_REVERSAL, CAPTURE; empty where the state was read, since only deliveries name it. */
    step: text('step').notNull(),
    state: text('state').notNull(),
    amount: numeric('amount').notNull(),
    currency: text('currency').notNull(),
    billingAmount: numeric('billing_amount'),
    billingCurrency: text('billing_currency'),
    source: text('source').notNull(),
    toldAt: at('told_at').notNull(),
    receivedAt: at('received_at').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'card_transaction_steps_pk',
      columns: [
        table.createdAt,
        table.transactionId,
        table.profileId,
        table.occurredAt,
        table.step,
        table.state,
      ],
    }),
  ],
);

/** How far the transactions of each card were read from Wise. */
export const cardTransactionReads = pgTable(
  'card_transaction_reads',
  {
    cardToken: text('card_token').primaryKey(),
    profileId: text('profile_id').notNull(),
    /** The whole of this range was read; null before a first reading has ended. */
    readFrom: at('read_from'),
    readTo: at('read_to'),
    /** A reading under way: its range, and the last id of its last page. */
    readingFrom: at('reading_from'),
    readingTo: at('reading_to'),
    lastId: int64('last_id'),
    /** When it is to be read next. */
    dueAt: at('due_at').notNull().default(sql`now()`),
    failures: integer('failures').notNull().default(0),
    /** Code of what kept the last reading from ending. */
    failure: text('failure'),
  },
  (table) => [index('card_transaction_reads_due').on(table.dueAt)],
);
