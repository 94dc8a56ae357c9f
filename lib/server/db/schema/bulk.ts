import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { people } from './staff.ts';
import { at } from './instant.ts';

/** Many cards frozen or unfrozen by one act. */
export const bulkChanges = pgTable(
  'bulk_changes',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** As it was then: who may see it depends on it. */
    role: text('role').notNull(),
    status: text('status').notNull(),
    /** Under the change's own subject key. */
    reasonSealed: text('reason_sealed').notNull(),
    requestId: text('request_id').notNull(),
    startedAt: at('started_at').notNull().defaultNow(),
    stoppedAt: at('stopped_at'),
    finishedAt: at('finished_at'),
  },
  (table) => [
    index('bulk_changes_started').on(table.startedAt),
    index('bulk_changes_unfinished').on(table.startedAt).where(sql`${table.finishedAt} is null`),
  ],
);

/** The result of each card, in the order they were chosen in. */
export const bulkCards = pgTable(
  'bulk_cards',
  {
    bulkId: uuid('bulk_id')
      .notNull()
      .references(() => bulkChanges.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    profileId: text('profile_id').notNull(),
    cardToken: text('card_token').notNull(),
    state: text('state').notNull().default('waiting'),
    code: text('code'),
    /** At Wise when it was this card's turn. */
    statusBefore: text('status_before'),
    tries: integer('tries').notNull().default(0),
    /** Until then whoever has begun it is taken to be alive. */
    leasedUntil: at('leased_until'),
    endedAt: at('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.bulkId, table.position] }),
    index('bulk_cards_open')
      .on(table.bulkId, table.position)
      .where(sql`${table.state} in ('waiting', 'begun', 'unknown')`),
  ],
);
