import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
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
  value: text('value').notNull(),
  count: integer('count').notNull(),
};

/** How many transactions there are of each kind, up to what `transaction_count_changes` adds. */
export const transactionCounts = pgTable('transaction_counts', columns, (table) => [
  primaryKey({
    name: 'transaction_counts_pk',
    columns: [table.dimension, table.slot, table.programme, table.value],
  }),
]);

/**
 * Whatever adds, changes or takes away a transaction writes here by trigger what there is more
 * and fewer of: so both tables together are always what the archive is, and nobody waits for a count that another changes.
 */
export const transactionCountChanges = pgTable('transaction_count_changes', columns);
