import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { people } from './staff.ts';
import { at } from './instant.ts';

/** Who was shown a card's details or PIN, when and why; never what they were. */
export const reveals = pgTable(
  'reveals',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    cardToken: text('card_token').notNull(),
    profileId: text('profile_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** details, pin */
    what: text('what').notNull(),
    reason: text('reason').notNull(),
    /** Of the request; the audit row that bears it holds the ticket. */
    requestId: text('request_id').notNull(),
    /** RFC 7638, of the page's public key: each is answered once, ever. */
    keyThumbprint: text('key_thumbprint').notNull(),
    at: at('at').notNull().defaultNow(),
    /** asked, refused, waiting (until Wise's user has confirmed it); then what the page says became of it: opened, not-opened, another-card */
    outcome: text('outcome').notNull().default('asked'),
  },
  (table) => [
    uniqueIndex('reveals_key').on(table.keyThumbprint),
    index('reveals_card').on(table.cardToken, table.at),
    index('reveals_person').on(table.personId, table.at),
  ],
);
