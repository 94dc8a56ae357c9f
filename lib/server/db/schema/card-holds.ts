import { sql } from 'drizzle-orm';
import { boolean, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { people } from './staff.ts';
import { at } from './instant.ts';

/**
 * Holds on cards; one stands while `lifted_at` is null. Compliance holds a card once, as one; operators each for
 * themselves, so that a second operator's hold goes through whoever's the first one is.
 */
export const cardHolds = pgTable(
  'card_holds',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    cardToken: text('card_token').notNull(),
    profileId: text('profile_id').notNull(),
    /** operations, compliance */
    owner: text('owner').notNull(),
    /** Who answers for it: who placed it, or reviewed it last. */
    heldBy: uuid('held_by')
      .notNull()
      .references(() => people.id),
    placedAt: at('placed_at').notNull().defaultNow(),
    reviewOn: date('review_on').notNull(),
    /** Whether a card that turns ACTIVE is frozen again. */
    refreezes: boolean('refreezes').notNull(),
    /** Under the card's own subject key. */
    reasonSealed: text('reason_sealed').notNull(),
    /** Somebody is lifting it together with an unfreeze whose outcome is not known yet. */
    liftingSince: at('lifting_since'),
    liftedBy: uuid('lifted_by').references(() => people.id),
    liftedAt: at('lifted_at'),
  },
  (table) => [
    uniqueIndex('card_holds_standing')
      .on(
        table.cardToken,
        sql`(case when ${table.owner} = 'compliance' then 'compliance' else ${table.heldBy}::text end)`,
      )
      .where(sql`${table.liftedAt} is null`),
    index('card_holds_review').on(table.reviewOn).where(sql`${table.liftedAt} is null`),
  ],
);

/** A held card that is ACTIVE all the same: one row per hold and turn. */
export const cardHoldAlerts = pgTable(
  'card_hold_alerts',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    holdId: uuid('hold_id')
      .notNull()
      .references(() => cardHolds.id, { onDelete: 'cascade' }),
    cardToken: text('card_token').notNull(),
    profileId: text('profile_id').notNull(),
    /** turned-active = by itself, not-frozen = the freeze of the hold never arrived */
    cause: text('cause').notNull(),
    /** Wise's `modificationTime` of the turn. */
    turnedAt: text('turned_at').notNull(),
    noticedAt: at('noticed_at').notNull().defaultNow(),
    /** none, due, begun, done, unknown, refused, not-needed, given-up */
    refreeze: text('refreeze').notNull(),
    refreezeBegunAt: at('refreeze_begun_at'),
    seenBy: uuid('seen_by').references(() => people.id),
    seenAt: at('seen_at'),
  },
  (table) => [
    uniqueIndex('card_hold_alerts_turn').on(table.holdId, table.turnedAt),
    index('card_hold_alerts_card').on(table.cardToken, table.noticedAt),
    index('card_hold_alerts_due').on(table.cardToken).where(sql`${table.refreeze} = 'due'`),
  ],
);
