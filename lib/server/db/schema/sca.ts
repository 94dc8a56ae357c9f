import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at } from './instant.ts';
import { people } from './staff.ts';

/** Requests that Wise's user has to confirm first. Each is deleted before it is sent again, and is over after ten minutes. */
export const scaRequests = pgTable(
  'sca_requests',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    sessionId: uuid('session_id').notNull(),
    /** Empty where the request names none. */
    profileId: text('profile_id').notNull(),
    /** The Wise user who has to confirm. */
    userId: text('user_id').notNull(),
    /** What was asked of the console and of Wise, with the one-time token. */
    sealed: text('sealed').notNull(),
    failures: integer('failures').notNull().default(0),
    clearedAt: at('cleared_at'),
    expiresAt: at('expires_at').notNull(),
  },
  (table) => [index('sca_requests_expires').on(table.expiresAt)],
);
