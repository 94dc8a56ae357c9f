import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at } from './instant.ts';

/**
 * `outcome` is counted by quarter of an hour, since zones lie that far from UTC; what declines were, by UTC day: `type`,
 * `reason` (for compliance alone), `told`, `mcc` (with its name), `country`. An empty value is one that Wise did not tell,
 * an empty programme that of a card the index does not know.
 */
const columns = {
  dimension: text('dimension').notNull(),
  slot: at('slot').notNull(),
  programme: text('programme').notNull(),
  profileId: text('profile_id').notNull(),
  value: text('value').notNull(),
  count: integer('count').notNull(),
};

/**
 * How many transactions there are of each kind, up to what `transaction_count_changes` adds: of each profile, and without
 * one of all profiles together, or whoever asks for no profile would read nearly as many rows as there are transactions.
 */
export const transactionCounts = pgTable('transaction_counts', columns, (table) => [
  primaryKey({
    name: 'transaction_counts_pk',
    columns: [table.dimension, table.profileId, table.slot, table.programme, table.value],
  }),
  // What was counted once and is gone: kept, it would still tell of a person whose payments were erased.
  index('transaction_counts_none').on(table.slot).where(sql`${table.count} = 0`),
]);

/**
 * Whatever adds, changes or takes away a transaction writes here by trigger what there is more
 * and fewer of: so both tables together are always what the archive is, and nobody waits for a count that another changes.
 */
export const transactionCountChanges = pgTable('transaction_count_changes', columns);
