import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { declineCases } from './cases.ts';
import { at } from './instant.ts';
import { int64 } from './int64.ts';
import { people } from './staff.ts';

/** What left the console as evidence; the package itself is not kept, its digest is. */
export const evidencePackages = pgTable(
  'evidence_packages',
  {
    id: uuid('id').primaryKey(),
    madeAt: at('made_at').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** Null where transactions were chosen from the list. */
    caseId: uuid('case_id').references(() => declineCases.id, { onDelete: 'set null' }),
    /** Of the whole file, in bytes. */
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    keyId: text('key_id').notNull(),
    /** JSON of `{reason, recipient}`. */
    contentSealed: text('content_sealed').notNull(),
  },
  (table) => [
    index('evidence_packages_made').on(table.madeAt, table.id),
    index('evidence_packages_case').on(table.caseId, table.madeAt),
  ],
);

/** Which transactions were in it. */
export const evidenceTransactions = pgTable(
  'evidence_transactions',
  {
    evidenceId: uuid('evidence_id')
      .notNull()
      .references(() => evidencePackages.id, { onDelete: 'cascade' }),
    profileId: text('profile_id').notNull(),
    transactionId: int64('transaction_id').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.evidenceId, table.transactionId, table.profileId] })],
);
