import 'server-only';
import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { CardScope } from '../../../auth/operator.ts';
import type { Database } from '../../../db/database.ts';
import { cards } from '../../../db/schema/cards.ts';
import { cardTransactions } from '../../../db/schema/transactions.ts';
import { isHolderShown } from '../../branches/own-branch.ts';
import { inScope } from '../../card-search.ts';
import { escapeLike, plain } from '../../search-text.ts';
import { anyOf, codeBeginningWith, everyWord, exactly, holdsTerms, type Terms } from './terms.ts';

/** A piece of a telephone number or a token that fits more cards than these leads to none of them. */
const mostTokens = 1000;
const digitsOfPiece = 5;
const largestInt64 = 2n ** 63n - 1n;

/** One free word: an id, a merchant, a city, an approval code, an ARN, the last four digits, a holder whom the reader may see. */
export async function matchesWord(db: Database, scope: CardScope, word: string): Promise<SQL> {
  const named = everyWord('n', word);
  const terms: (Terms | undefined)[] = [
    everyWord('m', word),
    everyWord('c', word),
    codeBeginningWith('a', word),
    codeBeginningWith('r', word),
    /^\d{4}$/.test(word) ? exactly('f', word) : undefined,
    scope === 'all' ? named : undefined,
  ];
  const isId = /^\d{1,19}$/.test(word) && BigInt(word) <= largestInt64;
  const found = or(
    holdsTerms(anyOf(terms.flatMap((one) => one ?? []))),
    scope === 'all' || named === undefined ? undefined : and(holdsTerms(named), isOfShownHolder(scope)),
    isId ? eq(cardTransactions.transactionId, word) : undefined,
    await isOfCards(db, scope, word),
  );
  return found ?? sql`false`;
}

/** What is withheld cannot be found by either. */
const isOfShownHolder = (scope: CardScope): SQL =>
  inArray(
    cardTransactions.cardToken,
    new QueryBuilder()
      .select({ token: cards.token })
      .from(cards)
      .where(and(inScope(scope), isHolderShown(scope))),
  );

/** A piece of a holder's telephone number, of the card's token, of the profile's id. */
async function isOfCards(db: Database, scope: CardScope, word: string): Promise<SQL | undefined> {
  if (word.replaceAll(/\D/g, '').length < digitsOfPiece) return undefined;
  const pattern = `%${escapeLike(plain(word))}%`;
  const rows = await db
    .select({ token: cards.token })
    .from(cards)
    .where(and(sql`${cards.searchText} like ${pattern}`, isHolderShown(scope), inScope(scope)))
    .limit(mostTokens + 1);
  if (rows.length === 0 || rows.length > mostTokens) return undefined;
  return inArray(
    cardTransactions.cardToken,
    rows.map(({ token }) => token),
  );
}
