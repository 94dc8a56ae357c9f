import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at } from './instant.ts';
import { people } from './staff.ts';

/** How long each class is kept, where administrators have said otherwise than the catalogue. */
export const retentionRules = pgTable('retention_rules', {
  className: text('class').primaryKey(),
  days: integer('days').notNull(),
  version: integer('version').notNull(),
  changedAt: at('changed_at').notNull().defaultNow(),
});

/** Each deletion of what had passed its time. */
export const retentionRuns = pgTable(
  'retention_runs',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    className: text('class').notNull(),
    /** What is older goes, unless a case or a legal hold needs it; from then on nobody else is told of it. */
    cutoff: at('cutoff').notNull(),
    /** How many passed their time since the cutoff before, those that stay among them. */
    passed: integer('passed').notNull(),
    /** For compliance alone: it tells how many stay. */
    deleted: integer('deleted').notNull().default(0),
    startedAt: at('started_at').notNull().defaultNow(),
    endedAt: at('ended_at'),
  },
  (table) => [
    index('retention_runs_cutoff').on(table.className, table.cutoff),
    index('retention_runs_under_way').on(table.startedAt).where(sql`${table.endedAt} is null`),
  ],
);

/** What is about a card or a customer stays while one stands, however old it grows. Compliance's alone. */
export const legalHolds = pgTable(
  'legal_holds',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    profileId: text('profile_id').notNull(),
    /** Null: the customer with every card. */
    cardToken: text('card_token'),
    /** Under the subject key of the card, or of the profile. */
    reasonSealed: text('reason_sealed').notNull(),
    placedBy: uuid('placed_by')
      .notNull()
      .references(() => people.id),
    placedAt: at('placed_at').notNull().defaultNow(),
    /** Who asked for it; another agreed. */
    liftedBy: uuid('lifted_by').references(() => people.id),
    liftedAt: at('lifted_at'),
  },
  (table) => [
    uniqueIndex('legal_holds_standing')
      .on(table.profileId, sql`coalesce(${table.cardToken}, '')`)
      .where(sql`${table.liftedAt} is null`),
    index('legal_holds_placed').on(table.placedAt, table.id),
  ],
);
