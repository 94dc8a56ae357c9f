import { bigint, bigserial, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at } from './instant.ts';

/** Append-only: triggers refuse UPDATE, DELETE and TRUNCATE. */
export const auditRows = pgTable(
  'audit_rows',
  {
    sequence: bigint('sequence', { mode: 'bigint' }).primaryKey(),
    at: text('at').notNull(),
    phase: text('phase').notNull(),
    action: text('action').notNull(),
    outcome: text('outcome'),
    errorCode: text('error_code'),
    targetType: text('target_type').notNull(),
    targetId: text('target_id').notNull(),
    profileId: text('profile_id'),
    intentSequence: bigint('intent_sequence', { mode: 'bigint' }),
    requestId: text('request_id'),
    details: jsonb('details').notNull(),
    actorId: uuid('actor_id'),
    actorRole: text('actor_role'),
    salt: text('salt').notNull(),
    withheldDigest: text('withheld_digest').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    index('audit_rows_target').on(table.targetId, table.sequence),
    index('audit_rows_action').on(table.action, table.sequence),
    index('audit_rows_intent').on(table.intentSequence),
  ],
);

export const auditHeads = pgTable('audit_heads', {
  sequence: bigint('sequence', { mode: 'bigint' }).primaryKey(),
  hash: text('hash').notNull(),
  signedAt: at('signed_at').notNull(),
  signature: text('signature').notNull(),
  keyId: text('key_id').notNull(),
});

/** Keys of the console's own: private halves are sealed by the vault. */
export const consoleKeys = pgTable('console_keys', {
  name: text('name').primaryKey(),
  keyId: text('key_id').notNull(),
  publicKey: text('public_key').notNull(),
  privateKeySealed: text('private_key_sealed').notNull(),
});

/** Free text (reasons) lies apart from the chain, under a key per subject: deleting the key erases the text. */
export const auditTexts = pgTable(
  'audit_texts',
  {
    sequence: bigint('sequence', { mode: 'bigint' }).notNull(),
    name: text('name').notNull(),
    subjectId: text('subject_id').notNull(),
    sealed: text('sealed').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sequence, table.name] })],
);

export const subjectKeys = pgTable('subject_keys', {
  subjectId: text('subject_id').primaryKey(),
  keySealed: text('key_sealed').notNull(),
});

/** What open pages are told. Ids are given in commit order under an advisory lock. */
export const consoleEvents = pgTable(
  'console_events',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: at('at').notNull().defaultNow(),
    event: jsonb('event').notNull(),
    /** null = everybody; else this person only */
    personId: uuid('person_id'),
  },
  (table) => [index('console_events_at').on(table.at)],
);
