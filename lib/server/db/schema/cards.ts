import { sql } from 'drizzle-orm';
import { bigserial, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { branches } from './staff.ts';
import { profiles } from './wise.ts';
import { at } from './instant.ts';

/** The console's index of Wise's cards. Wise stays the source of truth. */
export const cards = pgTable(
  'cards',
  {
    token: text('token').primaryKey(),
    profileId: text('profile_id')
      .notNull()
      .references(() => profiles.id),
    status: text('status').notNull(),
    cardHolderName: text('card_holder_name'),
    expiryDate: text('expiry_date'),
    lastFourDigits: text('last_four_digits').notNull(),
    bankIdentificationNumber: text('bank_identification_number'),
    phoneNumber: text('phone_number'),
    programme: text('programme').notNull(),
    scheme: text('scheme').notNull(),
    defaultCurrency: text('default_currency').notNull(),
    cardType: text('card_type').notNull(),
    unlockSpendingPermissions: text('unlock_spending_permissions').notNull(),
    /** Wise's own text with nine fraction digits; compares as text because Wise always writes UTC. */
    creationTime: text('creation_time').notNull(),
    modificationTime: text('modification_time').notNull(),
    /** Lower case, everything a person may search by. */
    searchText: text('search_text').notNull(),
    asOf: at('as_of').notNull(),
  },
  (table) => [
    index('cards_modification').on(table.modificationTime, table.token),
    index('cards_holder').on(sql`lower(coalesce(${table.cardHolderName}, ''))`, table.token),
    index('cards_creation').on(table.creationTime, table.token),
    index('cards_profile').on(table.profileId),
    index('cards_last_four').on(table.lastFourDigits),
  ],
);

/**
 * At which branch a card is collected, as its order says. Wise does not tell it, and it is known before the card is in
 * the index.
 */
export const cardCollections = pgTable(
  'card_collections',
  {
    cardToken: text('card_token').primaryKey(),
    branchId: text('branch_id')
      .notNull()
      .references(() => branches.id),
  },
  (table) => [index('card_collections_branch').on(table.branchId)],
);

/** What webhooks told about a card's status, with who changed it. */
export const cardStatusChanges = pgTable(
  'card_status_changes',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    cardToken: text('card_token').notNull(),
    profileId: text('profile_id').notNull(),
    status: text('status').notNull(),
    changedBy: text('changed_by'),
    occurredAt: at('occurred_at').notNull(),
    receivedAt: at('received_at').notNull().defaultNow(),
  },
  (table) => [index('card_status_changes_card').on(table.cardToken, table.occurredAt)],
);

/** Who opened which card; light, without a chain. */
export const accessLog = pgTable(
  'access_log',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    personId: uuid('person_id').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    profileId: text('profile_id'),
    at: at('at').notNull(),
  },
  (table) => [
    index('access_log_person').on(table.personId, table.at),
    index('access_log_subject').on(table.subjectId, table.at),
    index('access_log_at').on(table.at),
  ],
);

export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    personId: uuid('person_id').notNull(),
    endpoint: text('endpoint').notNull(),
    path: text('path').notNull(),
    key: text('key').notNull(),
    bodyDigest: text('body_digest').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    /** null = still running */
    status: integer('status'),
    replyContentType: text('reply_content_type'),
    reply: text('reply'),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.endpoint, table.path, table.key] }),
    index('idempotency_keys_created').on(table.createdAt),
  ],
);
