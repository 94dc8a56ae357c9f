import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at } from './instant.ts';
import { int64 } from './int64.ts';
import { people } from './staff.ts';

/** Files of transactions that people took; not the files, but what each told of what may be told otherwise later. */
export const transactionExports = pgTable(
  'transaction_exports',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** Before its first row was read. */
    exportedAt: at('exported_at').notNull().default(sql`now()`),
    /** Null while it is written, and for ever where the console stopped meanwhile. */
    endedAt: at('ended_at'),
    isWhole: boolean('is_whole').notNull().default(false),
    /** It held the codes that compliance alone may know, so its record is compliance's alone too. */
    toldEveryReason: boolean('told_every_reason').notNull(),
    /** Null: of all cards. */
    cardToken: text('card_token'),
    profileId: text('profile_id'),
    /** JSON text: the filters in codes, and whether words were searched for, which may be a name. */
    filter: text('filter').notNull(),
  },
  (table) => [
    index('transaction_exports_exported').on(table.exportedAt, table.id),
    index('transaction_exports_person').on(table.personId, table.exportedAt),
  ],
);

/** What an export told, as many rows together as were read at once: a row for each transaction would slow it down. */
export const transactionExportPages = pgTable(
  'transaction_export_pages',
  {
    exportId: uuid('export_id')
      .notNull()
      .references(() => transactionExports.id, { onDelete: 'cascade' }),
    page: integer('page').notNull(),
    transactionIds: int64('transaction_ids').array().notNull(),
    /** JSON text of the figures of each, in the order of the ids. */
    told: text('told').array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.exportId, table.page] }),
    index('transaction_export_pages_transactions').using('gin', table.transactionIds),
  ],
);

/** Exported transactions that are told otherwise by now. */
export const transactionExportChanges = pgTable(
  'transaction_export_changes',
  {
    exportId: uuid('export_id')
      .notNull()
      .references(() => transactionExports.id, { onDelete: 'cascade' }),
    profileId: text('profile_id').notNull(),
    transactionId: int64('transaction_id').notNull(),
    createdAt: at('created_at').notNull(),
    /** JSON text: its figures as the export told them. */
    told: text('told').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'transaction_export_changes_pk',
      columns: [table.exportId, table.transactionId, table.profileId],
    }),
    index('transaction_export_changes_transaction').on(table.transactionId, table.profileId),
  ],
);
