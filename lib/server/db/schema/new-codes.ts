import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at } from './instant.ts';
import { people } from './staff.ts';

/** Every code that declined payments came with, once; those with an entry of the console's own may be among them. */
export const metCodes = pgTable('met_codes', {
  code: text('code').primaryKey(),
  metAt: at('met_at').notNull().defaultNow(),
});

/** What two people of compliance agreed that a code means. Each change is a row of its own, and the last one holds. */
export const codeClassifications = pgTable(
  'code_classifications',
  {
    code: text('code').notNull(),
    version: integer('version').notNull(),
    /** Null: taken back. */
    classification: jsonb('classification'),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => people.id),
    agreedBy: uuid('agreed_by')
      .notNull()
      .references(() => people.id),
    agreedAt: at('agreed_at').notNull().defaultNow(),
    /** When the archive was through with being brought in line with it. */
    retoldAt: at('retold_at'),
  },
  (table) => [primaryKey({ name: 'code_classifications_pk', columns: [table.code, table.version] })],
);
