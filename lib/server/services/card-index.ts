import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import type { IndexedCard, WiseCard } from '../../contracts/cards.ts';
import type { Database } from '../db/database.ts';
import { cards } from '../db/schema/cards.ts';
import { cardOrders } from '../db/schema/kiosks.ts';
import { type KeptEvent, publishEvent } from '../events/event-hub.ts';
import { raiseHoldAlerts } from './card-holds/alerts.ts';
import { followCards } from './card-transactions/archive/follow-cards.ts';
import { scrubCards } from './card-transactions/archive/scrub-card.ts';
import { eraseHolders } from './card-orders/erase-holders.ts';
import { expectDeliveries } from './webhooks/expect-deliveries.ts';
import { padInstant, plain } from './search-text.ts';

export type CardRow = typeof cards.$inferSelect;
const rowsPerStatement = 200;
/** Above this many, open pages are told to read the list again rather than each card. */
const eventsPerChange = 25;

function toRow(card: WiseCard, asOf: Date): typeof cards.$inferInsert {
  const phoneDigits = (card.phoneNumber ?? '').replace(/\D/g, '');
  return {
    token: card.token,
    profileId: card.profileId,
    status: card.status.value,
    cardHolderName: card.cardHolderName,
    expiryDate: card.expiryDate,
    lastFourDigits: card.lastFourDigits,
    bankIdentificationNumber: card.bankIdentificationNumber,
    phoneNumber: card.phoneNumber,
    programme: card.cardProgram.name,
    scheme: card.cardProgram.scheme,
    defaultCurrency: card.cardProgram.defaultCurrency,
    cardType: card.cardProgram.cardType,
    unlockSpendingPermissions: card.unlockSpendingPermissions,
    creationTime: padInstant(card.creationTime),
    modificationTime: padInstant(card.modificationTime),
    searchText: plain([card.cardHolderName ?? '', card.token, phoneDigits, card.profileId].join(' ')),
    asOf,
  };
}

export function toIndexedCard(
  row: CardRow,
  profile: { type: string; name: string },
  hold: IndexedCard['hold'],
): IndexedCard {
  return {
    token: row.token,
    profileId: row.profileId,
    profileType: profile.type,
    profileName: profile.name,
    status: { value: row.status },
    cardHolderName: row.cardHolderName,
    expiryDate: row.expiryDate,
    lastFourDigits: row.lastFourDigits,
    bankIdentificationNumber: row.bankIdentificationNumber,
    phoneNumber: row.phoneNumber,
    cardProgram: {
      name: row.programme,
      scheme: row.scheme,
      defaultCurrency: row.defaultCurrency,
      cardType: row.cardType,
    },
    unlockSpendingPermissions: row.unlockSpendingPermissions,
    creationTime: row.creationTime,
    modificationTime: row.modificationTime,
    hold,
    asOf: row.asOf.toISOString(),
  };
}

/**
 * Takes what Wise told into the index. A row older than the one that stands never overwrites it. Open pages hear of
 * it in the same transaction: of each card whose row changed, or, when cards are new, that the list is another. A held card
 * that turned ACTIVE raises its alert there, whichever way the console learned of it.
 * @param asOf when Wise was asked, so that a slow answer does not look newer than it is
 */
export async function storeCards(db: Database, given: WiseCard[], asOf: Date): Promise<void> {
  const rows = given.map((card) => toRow(card, asOf));
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await storeBatch(db, rows.slice(start, start + rowsPerStatement));
  }
}

async function storeBatch(db: Database, rows: (typeof cards.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return;
  await db.transaction(async (tx) => {
    const tokens = rows.map((row) => row.token);
    const before = await tx
      .select({
        token: cards.token,
        modificationTime: cards.modificationTime,
        status: cards.status,
        programme: cards.programme,
        cardHolderName: cards.cardHolderName,
        lastFourDigits: cards.lastFourDigits,
      })
      .from(cards)
      .where(inArray(cards.token, tokens))
      .for('update');
    const known = new Map(before.map((row) => [row.token, row]));
    await tx
      .insert(cards)
      .values(rows)
      .onConflictDoUpdate({
        target: cards.token,
        set: overwriteAll,
        setWhere: sql`excluded.modification_time >= ${cards.modificationTime}`,
      });
    const changed = rows.filter((row) => {
      const old = known.get(row.token);
      return old !== undefined && old.modificationTime < row.modificationTime;
    });
    const turnedActive = changed.filter(
      (row) => row.status === 'ACTIVE' && known.get(row.token)?.status !== 'ACTIVE',
    );
    await raiseHoldAlerts(tx, 'turned-active', turnedActive);
    const purged = rows.filter(({ status }) => status === 'PURGED').map(({ token }) => token);
    if (purged.length > 0) await eraseHolders(tx, inArray(cardOrders.cardToken, purged));
    await followCards(
      tx,
      rows.filter((row) => !isFoundAlike(row, known.get(row.token))).map(({ token }) => token),
    );
    await scrubCards(
      tx,
      changed.filter(({ status }) => status === 'PURGED').map(({ token }) => token),
    );
    await expectDeliveries(
      tx,
      'cards#card-status-change',
      changed.flatMap((row) => {
        const old = known.get(row.token);
        return old && old.status !== row.status
          ? [{ subjectId: row.token, since: old.modificationTime }]
          : [];
      }),
    );
    const isNew = rows.some((row) => !known.has(row.token));
    await publishEvent(tx, ...eventsFor(changed, isNew));
  });
}

type FoundBy = Pick<typeof cards.$inferInsert, 'programme' | 'cardHolderName' | 'lastFourDigits'>;

/** Whether the card's transactions are found by the same as before. */
const isFoundAlike = (row: FoundBy, old: FoundBy | undefined): boolean =>
  old !== undefined &&
  old.programme === row.programme &&
  old.cardHolderName === row.cardHolderName &&
  old.lastFourDigits === row.lastFourDigits;

function eventsFor(changed: (typeof cards.$inferInsert)[], isNew: boolean): KeptEvent[] {
  if (isNew || changed.length > eventsPerChange) return [{ type: 'cards.synced' }];
  return changed.map(({ profileId, token }) => ({ type: 'card.changed', profileId, cardToken: token }));
}

const overwriteAll = {
  profileId: sql`excluded.profile_id`,
  status: sql`excluded.status`,
  cardHolderName: sql`excluded.card_holder_name`,
  expiryDate: sql`excluded.expiry_date`,
  lastFourDigits: sql`excluded.last_four_digits`,
  bankIdentificationNumber: sql`excluded.bank_identification_number`,
  phoneNumber: sql`excluded.phone_number`,
  programme: sql`excluded.programme`,
  scheme: sql`excluded.scheme`,
  defaultCurrency: sql`excluded.default_currency`,
  cardType: sql`excluded.card_type`,
  unlockSpendingPermissions: sql`excluded.unlock_spending_permissions`,
  creationTime: sql`excluded.creation_time`,
  modificationTime: sql`excluded.modification_time`,
  searchText: sql`excluded.search_text`,
  asOf: sql`excluded.as_of`,
};
