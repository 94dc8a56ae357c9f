import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { cardTransactions, termsOf } from '../../../db/schema/transactions.ts';
import { longestTerm, separators } from '../../../db/schema/words.ts';
import { plain } from '../../search-text.ts';

/** What the archive's one index of terms can be asked: `letter=value`, and how terms are joined. */
export type Terms = string;

const separator = new RegExp(`[${separators}]+`);

const quote = (text: string): string =>
  `'${text.slice(0, longestTerm).replaceAll('\0', '').replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

export const exactly = (letter: string, value: string): Terms => quote(`${letter}=${value}`);
const beginningWith = (letter: string, word: string): Terms => `${quote(`${letter}=${word}`)}:*`;
export const anyOf = (terms: readonly Terms[]): Terms => `(${terms.join(' | ')})`;
export const allOf = (terms: readonly Terms[]): Terms => `(${terms.join(' & ')})`;

/** As the index cuts a text: small letters without accents. */
export const wordsOf = (text: string): string[] => plain(text).split(separator).filter(Boolean).slice(0, 12);

/** Every word, or its beginning, in a text of that letter; undefined where there is no word. */
export function everyWord(letter: string, text: string): Terms | undefined {
  const words = wordsOf(text);
  return words.length === 0 ? undefined : allOf(words.map((word) => beginningWith(letter, word)));
}

/** A code that a person may have written small or begun. */
export const codeBeginningWith = (letter: string, code: string): Terms =>
  anyOf([...new Set([code, code.toUpperCase()])].map((one) => beginningWith(letter, one)));

const terms = termsOf(cardTransactions);
/** @param asked also as a column that the statement names */
export const holdsTerms = (asked: Terms | SQL): SQL => sql`(${terms}) @@ ${asked}::tsquery`;
