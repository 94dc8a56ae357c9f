import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at } from './instant.ts';
import { int64 } from './int64.ts';
import { people } from './staff.ts';

/** Which declined payments the decline desk looks at. Changed by two people of compliance only. */
export const deskRules = pgTable('desk_rules', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  /** All of them have to hold. */
  conditions: jsonb('conditions').notNull(),
  isActive: boolean('is_active').notNull(),
  /** Of the cases it makes. */
  severity: text('severity').notNull(),
  dueHours: integer('due_hours').notNull(),
  /** What one decides of its cases another looks at before they are closed. */
  needsSecondReader: boolean('needs_second_reader').notNull().default(false),
  version: integer('version').notNull().default(1),
  changedAt: at('changed_at').notNull().defaultNow(),
});

/** How far the archive of transactions was looked through: one row. */
export const deskMarks = pgTable('desk_marks', {
  name: text('name').primaryKey(),
  /** What changed until then was looked at. */
  until: at('until').notNull(),
});

/** A declined payment that somebody of compliance looks at; one per payment, whichever rules it met. */
export const declineCases = pgTable(
  'decline_cases',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    profileId: text('profile_id').notNull(),
    transactionId: int64('transaction_id').notNull(),
    /** In which month of the archive it lies. */
    transactionCreatedAt: at('transaction_created_at').notNull(),
    cardToken: text('card_token').notNull(),
    /** The rules it met, as they were called then: `[{id, name, version}]`. */
    rules: jsonb('rules').notNull(),
    severity: text('severity').notNull(),
    assigneeId: uuid('assignee_id').references(() => people.id),
    openedAt: at('opened_at').notNull().defaultNow(),
    dueAt: at('due_at').notNull(),
    needsSecondReader: boolean('needs_second_reader').notNull().default(false),
    /** Who put the outcome below to a second reader, or closed it. */
    decidedBy: uuid('decided_by').references(() => people.id),
    /** Null while it is open. */
    closedAt: at('closed_at'),
    outcome: text('outcome'),
    followUpOn: date('follow_up_on'),
    /** The case that it went on in; closed itself. */
    mergedInto: uuid('merged_into').references((): AnyPgColumn => declineCases.id),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    uniqueIndex('decline_cases_transaction').on(table.transactionId, table.profileId),
    index('decline_cases_due').on(table.dueAt, table.id),
    index('decline_cases_open').on(table.dueAt, table.id).where(sql`${table.closedAt} is null`),
    index('decline_cases_assignee').on(table.assigneeId),
    index('decline_cases_closed').on(table.closedAt).where(sql`${table.closedAt} is not null`),
    index('decline_cases_merged').on(table.mergedInto).where(sql`${table.mergedInto} is not null`),
  ],
);

/** Other payments that belong to a case: the earlier ones of a repetition, and what people linked. */
export const caseTransactions = pgTable(
  'case_transactions',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => declineCases.id, { onDelete: 'cascade' }),
    profileId: text('profile_id').notNull(),
    transactionId: int64('transaction_id').notNull(),
    createdAt: at('created_at').notNull(),
    /** null = the console */
    linkedBy: uuid('linked_by').references(() => people.id),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.transactionId, table.profileId] }),
    // Whether a transaction is needed by any.
    index('case_transactions_transaction').on(table.transactionId, table.profileId),
  ],
);

/** What was done and written in a case, in order. */
export const caseEntries = pgTable(
  'case_entries',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => declineCases.id, { onDelete: 'cascade' }),
    at: at('at').notNull().defaultNow(),
    /** null = the console */
    personId: uuid('person_id').references(() => people.id),
    /** One of the catalogue's kinds. */
    kind: text('kind').notNull(),
    /** Codes and ids only. */
    details: jsonb('details').notNull(),
    /** Under the card's own subject key. */
    textSealed: text('text_sealed'),
  },
  (table) => [index('case_entries_case').on(table.caseId, table.at)],
);

/** Whom a note of a case calls. */
export const caseMentions = pgTable(
  'case_mentions',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => declineCases.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.personId] }),
    index('case_mentions_person').on(table.personId),
  ],
);
