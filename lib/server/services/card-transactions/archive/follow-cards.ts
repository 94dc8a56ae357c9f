import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import type { Database } from '../../../db/database.ts';
import { cards } from '../../../db/schema/cards.ts';
import { cardTransactions as archive } from '../../../db/schema/transactions.ts';
import { lockCards } from './second-try.ts';

/** As `plain` in search-text.ts writes what a person looks for. */
const holderWords = sql<
  string | null
>`lower(regexp_replace(normalize(${cards.cardHolderName}, NFD), '[\\u0300-\\u036f]', '', 'g'))`;

/** What is known of transactions' cards, for new rows of the archive. */
export async function readCardsOf(db: Database, cardTokens: readonly string[]) {
  const { lastFourDigits, programme, token } = cards;
  const rows = await db
    .select({ token, programme, holderWords, lastFourDigits })
    .from(cards)
    .where(inArray(token, [...new Set(cardTokens)]));
  return new Map(rows.map(({ token: of, ...known }) => [of, known]));
}

/** Writes what the index knows of these cards on their transactions, where it stands there otherwise. */
export async function followCards(db: Database, cardTokens: readonly string[]): Promise<void> {
  if (cardTokens.length === 0) return;
  await lockCards(db, cardTokens);
  await db
    .update(archive)
    .set({
      programme: sql`${cards.programme}`,
      holderWords,
      lastFourDigits: sql`${cards.lastFourDigits}`,
    })
    .from(cards)
    .where(
      sql`${cards.token} = ${archive.cardToken} and ${inArray(archive.cardToken, [...cardTokens])}
        and (${cards.programme}, ${holderWords}, ${cards.lastFourDigits})
          is distinct from (${archive.programme}, ${archive.holderWords}, ${archive.lastFourDigits})`,
    );
}
