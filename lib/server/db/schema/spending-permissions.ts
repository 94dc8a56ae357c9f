import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at } from './instant.ts';
import { int64 } from './int64.ts';

/**
 * What a card's spending permissions were whenever somebody read them: Wise tells of no change and keeps no history. A row
 * for each reading that differs from the one before, and for each that a decline asked for.
 */
export const spendingPermissionReadings = pgTable(
  'spending_permission_readings',
  {
    cardToken: text('card_token').notNull(),
    readAt: at('read_at').notNull(),
    /** The last time the very same was read. */
    confirmedAt: at('confirmed_at').notNull(),
    /** `[{type, isEnabled, isLocked}]`, by type. */
    permissions: jsonb('permissions').notNull(),
  },
  (table) => [
    primaryKey({ name: 'spending_permission_readings_pk', columns: [table.cardToken, table.readAt] }),
  ],
);

/** Declines after which the card's spending permissions are still to be read. */
export const spendingPermissionReadingsDue = pgTable(
  'spending_permission_readings_due',
  {
    profileId: text('profile_id').notNull(),
    transactionId: int64('transaction_id').notNull(),
    cardToken: text('card_token').notNull(),
    declinedAt: at('declined_at').notNull(),
    /** When it is to be tried next. */
    dueAt: at('due_at').notNull().defaultNow(),
    failures: integer('failures').notNull().default(0),
  },
  (table) => [
    primaryKey({
      name: 'spending_permission_readings_due_pk',
      columns: [table.transactionId, table.profileId],
    }),
    index('spending_permission_readings_due_at').on(table.dueAt),
  ],
);
