import { sql } from 'drizzle-orm';
import { index, integer, numeric, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at } from './instant.ts';
import { people } from './staff.ts';

/** What waits for a second person, or did. Rows hold ids and codes; what is asked for is sealed. */
export const approvals = pgTable(
  'approvals',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    kind: text('kind').notNull(),
    /** What it is about: a person, a card, a batch group. */
    resourceType: text('resource_type').notNull().default('none'),
    resourceId: text('resource_id').notNull().default(''),
    profileId: text('profile_id'),
    /** Whose rights it changes: not theirs to decide on. */
    personId: uuid('person_id').references(() => people.id),
    /** The role whose people alone may know of it; null = whoever may read its kind. */
    audience: text('audience'),
    amount: numeric('amount'),
    currency: text('currency'),
    /** SHA-256 over exactly what is asked for. */
    digest: text('digest').notNull().default(''),
    /** Content, subject, lines and items. Null only in rows of before, until the next start seals them. */
    contentSealed: text('content_sealed'),
    /** Only in rows of before, until the next start seals them. */
    subject: text('subject'),
    request: text('request'),
    requestedBy: uuid('requested_by')
      .notNull()
      .references(() => people.id),
    requestedAt: at('requested_at').notNull().defaultNow(),
    /** pending, approved, refused, withdrawn, expired, void */
    state: text('state').notNull().default('pending'),
    /** How many people have to agree. */
    needed: integer('needed').notNull().default(1),
    expiresAt: at('expires_at').notNull().default(sql`now() + interval '7 days'`),
    /** When it was no longer pending. */
    decidedAt: at('decided_at'),
    /** Why it does not count any more. */
    endNoteSealed: text('end_note_sealed'),
    /** Once approved; null = as long as nothing else ends it. */
    usableUntil: at('usable_until'),
    /** When what was approved was done. */
    usedAt: at('used_at'),
  },
  (table) => [
    index('approvals_state').on(table.state, table.requestedAt),
    index('approvals_resource').on(table.resourceType, table.resourceId),
    index('approvals_requested_by').on(table.requestedBy, table.requestedAt),
  ],
);

/** One word of each person. */
export const approvalDecisions = pgTable(
  'approval_decisions',
  {
    approvalId: uuid('approval_id')
      .notNull()
      .references(() => approvals.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** approved, refused */
    decision: text('decision').notNull(),
    at: at('at').notNull().defaultNow(),
    /** Under the approval's own subject key. */
    noteSealed: text('note_sealed'),
  },
  (table) => [primaryKey({ columns: [table.approvalId, table.personId] })],
);

/** Which of an approval's items a person has accepted by themselves. */
export const approvalItems = pgTable(
  'approval_items',
  {
    approvalId: uuid('approval_id')
      .notNull()
      .references(() => approvals.id, { onDelete: 'cascade' }),
    itemKey: text('item_key').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    at: at('at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.approvalId, table.itemKey, table.personId] })],
);

/** Above which sum of a day how many people approve. */
export const approvalRules = pgTable(
  'approval_rules',
  {
    currency: text('currency').notNull(),
    above: numeric('above').notNull(),
    approvers: integer('approvers').notNull(),
  },
  (table) => [primaryKey({ columns: [table.currency, table.above] })],
);

/** What each person has submitted on a UTC day, so that many small things count as the one large thing they are. */
export const approvalDayAmounts = pgTable(
  'approval_day_amounts',
  {
    resourceType: text('resource_type').notNull(),
    resourceId: text('resource_id').notNull(),
    profileId: text('profile_id').notNull(),
    makerId: uuid('maker_id')
      .notNull()
      .references(() => people.id),
    currency: text('currency').notNull(),
    day: text('day').notNull(),
    amount: numeric('amount').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.resourceType, table.resourceId] }),
    index('approval_day_amounts_day').on(table.profileId, table.makerId, table.currency, table.day),
  ],
);

/** Up to which amount a person may decide; without a row, nothing in that currency. */
export const approvalLimits = pgTable(
  'approval_limits',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    currency: text('currency').notNull(),
    amount: numeric('amount').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.currency] })],
);
