import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { people } from './staff.ts';
import { at } from './instant.ts';

/** The register: Wise has no list of batch groups. */
export const batchGroups = pgTable(
  'batch_groups',
  {
    id: uuid('id').primaryKey(),
    profileId: text('profile_id').notNull(),
    name: text('name').notNull(),
    /** Lower case without accents, as a person may type it. */
    searchText: text('search_text').notNull(),
    sourceCurrency: text('source_currency').notNull(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => people.id),
    /** console, or wise where it was made elsewhere and added by its id */
    origin: text('origin').notNull().default('console'),
    /**
     * preparing (rows may be changed, nothing is at Wise yet), approving, running, paused,
     * settled (no row is left to be sent), discarded (thrown away before anything was at Wise)
     */
    stage: text('stage').notNull().default('preparing'),
    /** Grows by one with every change of the rows or the stage. */
    version: integer('version').notNull().default(1),
    createdAt: at('created_at').notNull().defaultNow(),
    changedAt: at('changed_at').notNull().defaultNow(),
    startedBy: uuid('started_by').references(() => people.id),
    startedAt: at('started_at'),
    /** Why it is paused or stands still, of the error catalogue. */
    stopCode: text('stop_code'),
    wiseId: uuid('wise_id'),
    wiseStatus: text('wise_status'),
    /** Wise's int64, in its digits. */
    wiseVersion: text('wise_version'),
    wiseTransfers: integer('wise_transfers'),
    wiseReadAt: at('wise_read_at'),
    /** Until then a process is making the group at Wise. */
    makingUntil: at('making_until'),
    /** Pay-in details were shown, so money may be on its way by bank transfer. */
    payInShownAt: at('pay_in_shown_at'),
    /** The most that may be debited, as people approved it; null where no approval was needed. */
    ceiling: text('ceiling'),
    approvalId: uuid('approval_id'),
    /** Holds the returned rows of that one. */
    continuesId: uuid('continues_id'),
  },
  (table) => [
    uniqueIndex('batch_groups_wise').on(table.wiseId),
    index('batch_groups_changed').on(table.changedAt, table.id),
    index('batch_groups_profile').on(table.profileId, table.changedAt),
    index('batch_groups_continues').on(table.continuesId),
    index('batch_groups_running').on(table.startedAt).where(sql`${table.stage} = 'running'`),
  ],
);

/** A payment of the file, from its cells to its transfer. */
export const batchRows = pgTable(
  'batch_rows',
  {
    groupId: uuid('group_id')
      .notNull()
      .references(() => batchGroups.id, { onDelete: 'cascade' }),
    rowNumber: integer('row_number').notNull(),
    /** The cells, and what was found wrong with them: names and accounts of people. */
    contentSealed: text('content_sealed').notNull(),
    /** held-back, waiting, sending, asking-wise, in-group, refused, left-out */
    state: text('state').notNull(),
    /** recipient, quote, name, transfer: what it is at, or stands still at */
    step: text('step'),
    /** Of the error catalogue, where it was refused or is asked about. */
    code: text('code'),
    /** Keyed digest of account and currency: never the account itself. */
    accountDigest: text('account_digest'),
    /** Keyed digest of account, amount and reference, to find a payment that was sent before. */
    paymentDigest: text('payment_digest'),
    targetCurrency: text('target_currency'),
    /** source or target: which amount is fixed */
    fixedSide: text('fixed_side'),
    amount: text('amount'),
    isNewPayee: boolean('is_new_payee').notNull().default(false),
    recipientId: text('recipient_id'),
    quoteId: uuid('quote_id'),
    quoteExpiresAt: at('quote_expires_at'),
    sourceAmount: text('source_amount'),
    targetAmount: text('target_amount'),
    fee: text('fee'),
    rate: text('rate'),
    /** Drawn when the row is made, long before Wise is asked: by it Wise knows the transfer again. */
    customerTransactionId: uuid('customer_transaction_id').notNull().defaultRandom(),
    /** The transfer was asked for with this quote, and the answer may have been lost. */
    transferAskedAt: at('transfer_asked_at'),
    transferId: text('transfer_id'),
    transferStatus: text('transfer_status'),
    transferReadAt: at('transfer_read_at'),
    /** When it came to that status: as a webhook said, or when it was first read so. */
    transferStatusAt: at('transfer_status_at'),
    /** Wise goes on from there to other states. */
    bouncedAt: at('bounced_at'),
    /** Wise's reason why it could not be delivered. */
    payoutFailure: text('payout_failure'),
    payoutFailedAt: at('payout_failed_at'),
    /** The returned row of another group that this one sends again. */
    continuesGroupId: uuid('continues_group_id'),
    continuesRowNumber: integer('continues_row_number'),
    /** Of the payment as it was approved: another payment is not. */
    approvedDigest: text('approved_digest'),
    tries: integer('tries').notNull().default(0),
    notBefore: at('not_before'),
    /** Until then whoever has it in hand is taken to be alive. */
    leasedUntil: at('leased_until'),
    changedAt: at('changed_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.groupId, table.rowNumber] }),
    uniqueIndex('batch_rows_transaction').on(table.customerTransactionId),
    uniqueIndex('batch_rows_transfer').on(table.transferId),
    uniqueIndex('batch_rows_continues').on(table.continuesGroupId, table.continuesRowNumber),
    index('batch_rows_open')
      .on(table.groupId, table.rowNumber)
      .where(sql`${table.state} in ('waiting', 'sending', 'asking-wise')`),
    index('batch_rows_payment').on(table.paymentDigest),
  ],
);

/** One way in which a group is paid. Only one that was refused or released makes room for another. */
export const batchFundings = pgTable(
  'batch_fundings',
  {
    id: uuid('id').primaryKey(),
    groupId: uuid('group_id')
      .notNull()
      .references(() => batchGroups.id, { onDelete: 'cascade' }),
    /** BALANCE, DIRECT_DEBIT or BANK_TRANSFER */
    way: text('way').notNull(),
    /** started, unknown, sent (waits to be confirmed), done, refused, released */
    state: text('state').notNull(),
    code: text('code'),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    startedAt: at('started_at').notNull().defaultNow(),
    settledAt: at('settled_at'),
    /** In the group's currency, as it was when it was asked for. */
    amount: text('amount'),
    /** Of the balance then, to see the debit by. */
    balanceBefore: text('balance_before'),
    /** By which Wise may take it from other balances, too. */
    conversionApprovalId: uuid('conversion_approval_id'),
    /** JSON: what those held then, by their id. */
    othersBefore: text('others_before'),
    /** JSON: what was seen to be converted while it was paid, though nobody had agreed to that. */
    conversionsSeen: text('conversions_seen'),
    /** When the debit was seen, and when no transfer waited for its money any more. */
    debitSeenAt: at('debit_seen_at'),
    transfersMovedAt: at('transfers_moved_at'),
    readAt: at('read_at'),
    initiationId: text('initiation_id'),
    initiationStatus: text('initiation_status'),
    /** When it became so, as Wise's webhook said or as it was first read. */
    initiationChangedAt: at('initiation_changed_at'),
    /** What the bank statement says. */
    initiationReference: text('initiation_reference'),
    /** The last four digits of the account that is debited; never more of it. */
    initiationAccount: text('initiation_account'),
  },
  (table) => [
    uniqueIndex('batch_fundings_standing')
      .on(table.groupId)
      .where(sql`${table.state} in ('started', 'unknown', 'sent', 'done')`),
    index('batch_fundings_group').on(table.groupId),
  ],
);

/** Wise's recipients, so that a file of a thousand rows is matched without asking for each. */
export const recipients = pgTable(
  'recipients',
  {
    profileId: text('profile_id').notNull(),
    id: text('id').notNull(),
    currency: text('currency').notNull(),
    accountDigest: text('account_digest'),
    nameDigest: text('name_digest').notNull(),
    /** Name, type and the account as it is shown. */
    contentSealed: text('content_sealed').notNull(),
    isActive: boolean('is_active').notNull().default(true),
    readAt: at('read_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.profileId, table.id] }),
    index('recipients_account').on(table.profileId, table.accountDigest),
    index('recipients_name').on(table.profileId, table.nameDigest),
  ],
);

/** When a profile's recipients were read: the newest now and then, all of them once a day. */
export const recipientReadings = pgTable('recipient_readings', {
  profileId: text('profile_id').primaryKey(),
  newestAt: at('newest_at').notNull(),
  allAt: at('all_at').notNull(),
  /** Up to this one nothing is missing here. Those that the console made itself do not count: one before them may have been lost. */
  newestId: text('newest_id'),
});

/** Who makes a recipient, so that two rows with the same account make one. */
export const recipientClaims = pgTable(
  'recipient_claims',
  {
    profileId: text('profile_id').notNull(),
    accountDigest: text('account_digest').notNull(),
    /** Wise was asked to make it; before a second time it is looked for. */
    askedAt: at('asked_at'),
    leasedUntil: at('leased_until').notNull(),
  },
  (table) => [primaryKey({ columns: [table.profileId, table.accountDigest] })],
);

/** Which column holds what, as a person said it for a file with this header. */
export const batchMappings = pgTable('batch_mappings', {
  signature: text('signature').primaryKey(),
  /** JSON: the field by the header's key. */
  fields: text('fields').notNull(),
  personId: uuid('person_id')
    .notNull()
    .references(() => people.id),
  usedAt: at('used_at').notNull().defaultNow(),
});

/** What Wise's webhooks told of money that left a balance. */
export const balanceDebits = pgTable(
  'balance_debits',
  {
    /** Of the delivery. */
    id: text('id').primaryKey(),
    profileId: text('profile_id').notNull(),
    currency: text('currency').notNull(),
    amount: text('amount').notNull(),
    occurredAt: at('occurred_at').notNull(),
  },
  (table) => [index('balance_debits_profile').on(table.profileId, table.occurredAt)],
);

/** And of money that came to one: with a debit of another it is the other half of a conversion. */
export const balanceCredits = pgTable(
  'balance_credits',
  {
    /** Of the delivery. */
    id: text('id').primaryKey(),
    profileId: text('profile_id').notNull(),
    currency: text('currency').notNull(),
    occurredAt: at('occurred_at').notNull(),
  },
  (table) => [index('balance_credits_profile').on(table.profileId, table.occurredAt)],
);
