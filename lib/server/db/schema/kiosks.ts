import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at } from './instant.ts';
import { branches } from './staff.ts';
import { profiles } from './wise.ts';

/** Wise lists no kiosks: administrators keep them here, under the ids that were agreed with Wise. */
export const kiosks = pgTable(
  'kiosks',
  {
    id: text('id').primaryKey(),
    branchId: text('branch_id')
      .notNull()
      .references(() => branches.id),
    place: text('place').notNull(),
    note: text('note').notNull().default(''),
    isActive: boolean('is_active').notNull().default(true),
    version: integer('version').notNull().default(1),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (table) => [index('kiosks_branch').on(table.branchId)],
);

/** The console's index of Wise's card orders, with what only the console knows: the branch and who ordered. */
export const cardOrders = pgTable(
  'card_orders',
  {
    id: text('id').primaryKey(),
    profileId: text('profile_id')
      .notNull()
      .references(() => profiles.id),
    status: text('status').notNull(),
    cardToken: text('card_token'),
    cardHolderName: text('card_holder_name'),
    programme: text('programme'),
    scheme: text('scheme'),
    cardType: text('card_type'),
    deliveryOption: text('delivery_option'),
    /** Where the card is collected: of an order made here. Null for one that was made elsewhere. */
    branchId: text('branch_id').references(() => branches.id),
    /** Null for an order made elsewhere. */
    orderedBy: uuid('ordered_by'),
    /** The order that was cancelled for this one. */
    replacesOrderId: text('replaces_order_id'),
    /** Wise's own text; compares as text because Wise always writes UTC. */
    creationTime: text('creation_time').notNull(),
    modificationTime: text('modification_time').notNull(),
    /** Lower case without accents, everything a person may search by. */
    searchText: text('search_text').notNull(),
    asOf: at('as_of').notNull(),
  },
  (table) => [
    index('card_orders_creation').on(table.creationTime, table.id),
    index('card_orders_profile').on(table.profileId),
    index('card_orders_branch').on(table.branchId),
    index('card_orders_card').on(table.cardToken),
    index('card_orders_replaces').on(table.replacesOrderId),
  ],
);

/** When an order was first seen at each status: what its page tells of the way it went. */
export const cardOrderStatuses = pgTable(
  'card_order_statuses',
  {
    orderId: text('order_id').notNull(),
    status: text('status').notNull(),
    /** Wise's own text of its last change, when it was first seen so. */
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.status] })],
);

/**
 * A card that is to be ordered. The row is there before Wise is asked, and its id is the key by which Wise knows the order
 * again: whatever is lost on the way, asking once more places no second one.
 */
export const cardOrderRequests = pgTable(
  'card_order_requests',
  {
    id: uuid('id').primaryKey(),
    profileId: text('profile_id')
      .notNull()
      .references(() => profiles.id),
    /** waiting (the older order is cancelled first), sending, unknown (the answer was lost), placed, refused */
    state: text('state').notNull(),
    /** What Wise is sent, with the holder's name, phone and address. Null once that is settled. */
    contentSealed: text('content_sealed'),
    /** Keyed: the same id with other content is another order, and is refused. */
    contentDigest: text('content_digest').notNull(),
    branchId: text('branch_id').references(() => branches.id),
    orderedBy: uuid('ordered_by').notNull(),
    /** The order that is cancelled for this one. */
    replacesOrderId: text('replaces_order_id'),
    /** Null until Wise has placed it. */
    orderId: text('order_id'),
    /** Why it was refused, as a code of the console. */
    refusedCode: text('refused_code'),
    createdAt: at('created_at').notNull().defaultNow(),
    changedAt: at('changed_at').notNull().defaultNow(),
  },
  (table) => [
    index('card_order_requests_state').on(table.state),
    index('card_order_requests_profile').on(table.profileId),
    // One new order for an old one, from any tab or replica.
    uniqueIndex('card_order_requests_replaces')
      .on(table.profileId, table.replacesOrderId)
      .where(sql`${table.state} <> 'refused'`),
  ],
);

/** What Wise last told of a card that is printed at a kiosk, by webhook or by reading. */
export const productions = pgTable(
  'productions',
  {
    cardToken: text('card_token').primaryKey(),
    profileId: text('profile_id')
      .notNull()
      .references(() => profiles.id),
    status: text('status').notNull(),
    kioskId: text('kiosk_id'),
    /** When the request was sent to the kiosk: it names the attempt. Null while none was. */
    occurredAt: at('occurred_at'),
    errorCode: text('error_code'),
    description: text('description'),
    /** When Wise said so: `sent_at` of the delivery, or the time of reading. */
    toldAt: at('told_at').notNull(),
  },
  (table) => [
    index('productions_status').on(table.status),
    index('productions_kiosk').on(table.kioskId),
    index('productions_profile').on(table.profileId),
  ],
);

/** One attempt to print a card: sent from here, or seen in what Wise told. */
export const printJobs = pgTable(
  'print_jobs',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    cardToken: text('card_token').notNull(),
    profileId: text('profile_id').notNull(),
    kioskId: text('kiosk_id').notNull(),
    branchId: text('branch_id').references(() => branches.id),
    /** Null for one that was sent elsewhere. */
    sentBy: uuid('sent_by'),
    /** Before the call to Wise. */
    createdAt: at('created_at').notNull().defaultNow(),
    /** sending, waiting (at the kiosk, not begun), printing, printed, fault, refused, unknown (the answer was lost) */
    state: text('state').notNull(),
    /** Wise's `occurredAt` of this attempt. */
    occurredAt: at('occurred_at'),
    /** `sent_at` of the delivery that told the end. */
    endedAt: at('ended_at'),
    /** PRODUCTION_ERROR or REQUEST_ERROR: UNKNOWN_ERROR is a code of both. */
    errorStatus: text('error_status'),
    errorCode: text('error_code'),
    /** Of a repeated try: the one before it, what was done about its fault, and where its plastic is. */
    retryOf: uuid('retry_of'),
    whatWasDone: text('what_was_done'),
    previousPlastic: text('previous_plastic'),
  },
  (table) => [
    index('print_jobs_card').on(table.cardToken, table.createdAt),
    index('print_jobs_kiosk').on(table.kioskId, table.createdAt),
    index('print_jobs_branch').on(table.branchId, table.createdAt),
    index('print_jobs_created').on(table.createdAt),
    // One attempt at a time: a second send of a card that may be printing is impossible, from any tab or replica.
    uniqueIndex('print_jobs_open')
      .on(table.cardToken)
      .where(sql`${table.state} in ('sending', 'waiting', 'printing', 'unknown')`),
  ],
);

/** Everything Wise told of a card's production, once each. */
export const productionEvents = pgTable(
  'production_events',
  {
    /** The delivery's own row. */
    id: uuid('id').primaryKey(),
    cardToken: text('card_token').notNull(),
    status: text('status').notNull(),
    kioskId: text('kiosk_id'),
    occurredAt: at('occurred_at'),
    errorCode: text('error_code'),
    description: text('description'),
    sentAt: at('sent_at'),
    receivedAt: at('received_at').notNull(),
  },
  (table) => [index('production_events_card').on(table.cardToken, table.occurredAt)],
);

/** A printed card was given to its holder. */
export const handOvers = pgTable('hand_overs', {
  cardToken: text('card_token').primaryKey(),
  branchId: text('branch_id')
    .notNull()
    .references(() => branches.id),
  /** passport, driving-licence, identity-card, known-customer */
  identityCheckedBy: text('identity_checked_by').notNull(),
  handedOverBy: uuid('handed_over_by').notNull(),
  collectedAt: at('collected_at').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
});

/** Plastic that came, went or was spoiled at a branch. Nothing here is changed or deleted: a mistake is put right by a further row. */
export const plasticMovements = pgTable(
  'plastic_movements',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    branchId: text('branch_id')
      .notNull()
      .references(() => branches.id),
    kioskId: text('kiosk_id').references(() => kiosks.id),
    /** The branch's working day, in its own zone. */
    day: date('day', { mode: 'string' }).notNull(),
    /** blanks-in, produced, spoiled, destroyed, correction, counted */
    kind: text('kind').notNull(),
    quantity: integer('quantity').notNull(),
    printJobId: uuid('print_job_id'),
    recordedBy: uuid('recorded_by').notNull(),
    /** The second name: who stood by. */
    witnessedBy: uuid('witnessed_by'),
    note: text('note').notNull().default(''),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('plastic_movements_day').on(table.branchId, table.day),
    uniqueIndex('plastic_movements_job')
      .on(table.printJobId, table.kind)
      .where(sql`${table.printJobId} is not null`),
  ],
);
