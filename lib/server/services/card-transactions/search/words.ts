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
import { anyOf, codeBeginningWith, everyWord, holdsTerms, type Terms } from './terms.ts';

/** More cards than these are looked up beside each transaction instead. */
const mostTokens = 1000;
const largestInt64 = 2n ** 63n - 1n;

/** One free word: an id, a merchant, a city, an approval code, an ARN, the last four digits, a holder whom the reader may see. */
export async function matchesWord(db: Database, scope: CardScope, word: string): Promise<SQL> {
  const terms: (Terms | undefined)[] = [
    everyWord('m', word),
    everyWord('c', word),
    codeBeginningWith('a', word),
    codeBeginningWith('r', word),
  ];
  const isId = /^\d{1,19}$/.test(word) && BigInt(word) <= largestInt64;
  const found = or(
    holdsTerms(anyOf(terms.flatMap((one) => one ?? []))),
    isId ? eq(cardTransactions.transactionId, word) : undefined,
    await isOfCards(db, scope, word),
  );
  return found ?? sql`false`;
}

async function isOfCards(db: Database, scope: CardScope, word: string): Promise<SQL | undefined> {
  const pattern = `%${escapeLike(plain(word))}%`;
  const isMeant = /^\d{4}$/.test(word)
    ? eq(cards.lastFourDigits, word)
    : // What is withheld cannot be found by it either.
      and(sql`${cards.searchText} like ${pattern}`, isHolderShown(scope));
  const where = and(isMeant, inScope(scope));
  const rows = await db
    .select({ token: cards.token })
    .from(cards)
    .where(where)
    .limit(mostTokens + 1);
  if (rows.length === 0) return undefined;
  if (rows.length <= mostTokens)
    return inArray(
      cardTransactions.cardToken,
      rows.map(({ token }) => token),
    );
  return inArray(
    cardTransactions.cardToken,
    new QueryBuilder().select({ token: cards.token }).from(cards).where(where),
  );
}
