import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { people } from './staff.ts';
import { at } from './instant.ts';

/** Filters, order and columns of a list, kept under a name. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: uuid('id').primaryKey(),
    list: text('list').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** As it was then: somebody who changes the role leaves what it was kept for behind. */
    role: text('role').notNull(),
    /** The team that sees it too; null = nobody else. */
    sharedWith: text('shared_with'),
    isTeamDefault: boolean('is_team_default').notNull().default(false),
    /** Name and query: either may hold a customer's name. */
    contentSealed: text('content_sealed').notNull(),
    version: integer('version').notNull().default(1),
    createdAt: at('created_at').notNull().defaultNow(),
    changedAt: at('changed_at').notNull().defaultNow(),
  },
  (table) => [
    index('saved_views_person').on(table.personId, table.list),
    index('saved_views_team').on(table.sharedWith, table.list),
    uniqueIndex('saved_views_team_default')
      .on(table.sharedWith, table.list)
      .where(sql`${table.isTeamDefault}`),
  ],
);

/** What each person opens a list with. */
export const savedViewDefaults = pgTable(
  'saved_view_defaults',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    list: text('list').notNull(),
    /** null = everything, whatever the team opens it with */
    viewId: uuid('view_id').references(() => savedViews.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.list] }),
    index('saved_view_defaults_view').on(table.viewId),
  ],
);
