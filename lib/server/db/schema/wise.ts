import { sql } from 'drizzle-orm';
import { bigint, boolean, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at } from './instant.ts';

/** One Wise user whose profiles the console works with. Tokens are sealed by the vault. */
export const wiseConnections = pgTable(
  'wise_connections',
  {
    userId: text('user_id').primaryKey(),
    /** user = an access token and the refresh token that renews it; personal = one access token, until it is revoked */
    kind: text('kind').notNull().default('user'),
    /** Null until Wise was asked once. */
    ownerName: text('owner_name'),
    /** Lower case without accents, as a person may type it. */
    searchText: text('search_text').notNull().default(''),
    /** As Wise told them, apart by spaces. */
    scopes: text('scopes'),
    /** Null for a personal token, and once disconnected. */
    refreshTokenSealed: text('refresh_token_sealed'),
    refreshTokenExpiresAt: at('refresh_token_expires_at'),
    accessTokenSealed: text('access_token_sealed'),
    accessTokenExpiresAt: at('access_token_expires_at'),
    /** working, broken (Wise refused the token), disconnected (a person withdrew it here) */
    state: text('state').notNull().default('working'),
    stateChangedAt: at('state_changed_at').notNull().defaultNow(),
    connectedAt: at('connected_at').notNull().defaultNow(),
    /** Null for what the console was begun with. */
    connectedBy: uuid('connected_by'),
    lastUsedAt: at('last_used_at'),
    lastErrorCode: text('last_error_code'),
    lastErrorAt: at('last_error_at'),
    /** Single-flight refresh across replicas: who refreshes, and until when that claim holds. */
    leaseHolder: text('lease_holder'),
    leaseUntil: at('lease_until'),
  },
  (table) => [
    index('wise_connections_owner').on(table.searchText, table.userId),
    index('wise_connections_state').on(table.state),
  ],
);

/** Somebody was sent to Wise to give access and is awaited back, in the same session and once. */
export const wiseAuthorizations = pgTable('wise_authorizations', {
  /** SHA-256 of the state that went with them. */
  stateDigest: text('state_digest').primaryKey(),
  sessionId: uuid('session_id').notNull(),
  personId: uuid('person_id').notNull(),
  /** The Wise user whose connection is to be made again; null for whoever comes. */
  reconnects: text('reconnects'),
  expiresAt: at('expires_at').notNull(),
});

/** The application's own token (client credentials), same lease as a connection's. */
export const wiseClientTokens = pgTable('wise_client_tokens', {
  clientId: text('client_id').primaryKey(),
  accessTokenSealed: text('access_token_sealed'),
  accessTokenExpiresAt: at('access_token_expires_at'),
  leaseHolder: text('lease_holder'),
  leaseUntil: at('lease_until'),
});

/** What all replicas together have taken of Wise's budget, per window. */
export const wiseRateWindows = pgTable(
  'wise_rate_windows',
  {
    kind: text('kind').notNull(),
    window: bigint('window', { mode: 'number' }).notNull(),
    taken: integer('taken').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.window] })],
);

export const profiles = pgTable(
  'profiles',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => wiseConnections.userId),
    type: text('type').notNull(),
    name: text('name').notNull(),
    state: text('state').notNull(),
    /** Lower case without accents, as a person may type it. */
    searchText: text('search_text').notNull(),
    readAt: at('read_at').notNull(),
    /** When every card of this profile was last read; null = not yet. */
    cardsReadAt: at('cards_read_at'),
    /** The same of its card orders. */
    cardOrdersReadAt: at('card_orders_read_at'),
    /** When Wise last refused a transfer because approvals on wise.com block them; null once it took one again. */
    transfersBlockedAt: at('transfers_blocked_at'),
  },
  (table) => [index('profiles_user').on(table.userId)],
);

/** Every signed delivery as it came, each content once. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** Wise's X-Delivery-Id. */
    deliveryId: text('delivery_id').unique(),
    /** SHA-256 of the event: the same content under a new delivery id is the same event. */
    contentDigest: text('content_digest').notNull().unique(),
    isTest: boolean('is_test').notNull().default(false),
    receivedAt: at('received_at').notNull().defaultNow(),
    body: text('body').notNull(),
    eventType: text('event_type'),
    /** received, processed */
    state: text('state').notNull().default('received'),
    /** When it was last tried to take it in. */
    processedAt: at('processed_at'),
    /** What came of it, see `webhookOutcomes`; of an earlier version in words. */
    outcome: text('outcome'),
    attempts: integer('attempts').notNull().default(0),
    /** Code of what kept it from being taken in; null once it was. */
    failure: text('failure'),
    /** Not tried before. */
    dueAt: at('due_at').notNull().defaultNow(),
    // What the body says, read when it is taken in.
    schemaVersion: text('schema_version'),
    profileId: text('profile_id'),
    /** The card, order, transfer, balance or dispute it is about. */
    subjectId: text('subject_id'),
    occurredAt: at('occurred_at'),
  },
  (table) => [
    index('webhook_deliveries_due').on(table.dueAt).where(sql`${table.state} = 'received'`),
    index('webhook_deliveries_received').on(table.receivedAt, table.id),
    index('webhook_deliveries_kind').on(table.eventType, table.receivedAt, table.id),
    index('webhook_deliveries_subject').on(table.subjectId),
    index('webhook_deliveries_not_connected')
      .on(table.profileId)
      .where(sql`${table.outcome} = 'not-connected'`),
  ],
);

/** Deliveries that were turned away, counted by day and reason. Nothing of them is kept: anybody can send one. */
export const webhookRefusals = pgTable(
  'webhook_refusals',
  {
    day: date('day', { mode: 'string' }).notNull(),
    /** The error's code. */
    reason: text('reason').notNull(),
    count: integer('count').notNull(),
    lastAt: at('last_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.reason] })],
);

/** What was found when the stream of deliveries was last held against what Wise says, per kind. */
export const webhookChecks = pgTable('webhook_checks', {
  eventType: text('event_type').primaryKey(),
  checkedAt: at('checked_at').notNull(),
  /** How many things Wise told differently from what deliveries had told, in the last check that found any. */
  missed: integer('missed').notNull().default(0),
  /** When those were found and read. */
  missedAt: at('missed_at'),
  /** How many things the last check held against Wise. */
  compared: integer('compared').notNull().default(0),
  /** Code of what kept the last check from its end; null where it ended. */
  failure: text('failure'),
});

/**
 * A reading found something changed that a delivery should tell of. It goes once the delivery is there, or once it is counted
 * as missed.
 */
export const expectedDeliveries = pgTable(
  'expected_deliveries',
  {
    eventType: text('event_type').notNull(),
    subjectId: text('subject_id').notNull(),
    /** What is told happened after this moment, as far as was known before. */
    since: at('since').notNull(),
    noticedAt: at('noticed_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.eventType, table.subjectId, table.since] })],
);
