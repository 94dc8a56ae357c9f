import { numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at } from './instant.ts';

/** Wise's rate of a pair as a day began, in UTC. Each was asked for once: what has passed does not change. */
export const exchangeRates = pgTable(
  'exchange_rates',
  {
    source: text('source').notNull(),
    target: text('target').notNull(),
    /** `2026-11-19` */
    day: text('day').notNull(),
    /** Null: Wise has none. */
    rate: numeric('rate'),
    readAt: at('read_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ name: 'exchange_rates_pk', columns: [table.target, table.day, table.source] })],
);
