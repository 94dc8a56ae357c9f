import 'server-only';
import { and, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { type PgColumn, QueryBuilder } from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import { can } from '../../../../catalogues/console-permissions.ts';
import type { transactionsQuery } from '../../../../contracts/transactions.schema.ts';
import type { CardScope, Reader } from '../../../auth/operator.ts';
import { notDisclosed } from '../../../catalogues/decline-reasons/neutral.ts';
import { asEverybodyReads, tellAllReasons } from '../../../catalogues/decline-reasons/tell.ts';
import type { Database } from '../../../db/database.ts';
import { cardCollections, cards } from '../../../db/schema/cards.ts';
import { cardTransactions } from '../../../db/schema/transactions.ts';
import { AppError } from '../../../http/app-error.ts';
import { isChangedSince } from '../exports/changed-since.ts';
import { readToldSince } from '../../retention/cutoffs.ts';
import { writingsOf } from './countries.ts';
import { valueDown, valueUp } from './order.ts';
import { anyOf, everyWord, exactly, holdsTerms, type Terms } from './terms.ts';
import { matchesWord } from './words.ts';

type AskedFilters = Omit<z.output<typeof transactionsQuery>, 'cursor' | 'limit' | 'sort'>;
/** `timeZone`: of the hours; UTC where none is named. */
export type TransactionFilters = Omit<AskedFilters, 'timeZone'> & Partial<Pick<AskedFilters, 'timeZone'>>;

/**
 * What is looked for, said twice. `byColumns` suits reading along the order until a page is full, which is fastest where
 * much is found; `byTerms` says the same through the index of terms, which is fastest where little is.
 */
export interface Conditions {
  byColumns: SQL | undefined;
  byTerms: SQL | undefined;
  /** The ranges of time and value among them, where a reading along their order begins or ends. */
  ranges: SQL | undefined;
  /** Nothing but a range of time, if anything, is asked for. */
  isOpen: boolean;
  /** Cards are named, whose index finds their rows better than the terms do. */
  isOfCards: boolean;
  /** The terms of what may be found in a band of value. */
  inBand: (band: string) => Terms;
}

const columnsOfTerms = {
  p: cardTransactions.profileId,
  s: cardTransactions.state,
  y: cardTransactions.type,
  d: cardTransactions.declineReason,
  t: cardTransactions.toldReason,
  k: cardTransactions.mcc,
  l: cardTransactions.merchantCountry,
  h: cardTransactions.authorisationMethod,
  v: cardTransactions.pinValidationResult,
  g: cardTransactions.programme,
  o: cardTransactions.outcome,
} satisfies Record<string, PgColumn>;

/** Asks for those of which Wise does not tell the value. */
export const noneTold = 'none';
const mayBeMissing: readonly string[] = ['d', 'k', 'l'];
const isMissing = (column: PgColumn) => sql`coalesce(${column}, '') = ''`;
const isInHours = (hours: readonly number[], timeZone: string) =>
  inArray(sql`extract(hour from ${cardTransactions.createdAt} at time zone ${timeZone})`, hours);

/** The conditions as one reader may ask them. @throws AppError validation_failed for a range that ends before it begins */
export async function conditionsFor(
  db: Database,
  reader: Reader,
  scope: CardScope,
  filters: TransactionFilters,
): Promise<Conditions> {
  requireRange(filters);
  const byColumns: SQL[] = [];
  const byTerms: SQL[] = [];
  const both = (condition: SQL | undefined) => {
    if (condition === undefined) return;
    byColumns.push(condition);
    byTerms.push(condition);
  };
  const oneOf = (letter: keyof typeof columnsOfTerms, asked: readonly string[] | undefined) => {
    if (asked === undefined) return;
    const values = asked.filter((value) => !value.includes('\0'));
    if (values.length === 0) return both(sql`false`);
    const isNone = values.includes(noneTold) && mayBeMissing.includes(letter);
    if (isNone) return both(or(inArray(columnsOfTerms[letter], values), isMissing(columnsOfTerms[letter])));
    byColumns.push(inArray(columnsOfTerms[letter], values));
    byTerms.push(holdsTerms(anyOf(values.map((value) => exactly(letter, value)))));
  };

  oneOf('p', filters.profileId);
  oneOf('s', filters.state);
  oneOf('y', filters.type);
  oneOf('k', filters.mcc);
  oneOf('l', filters.country?.flatMap(writingsOf));
  oneOf('h', filters.authorisationMethod);
  oneOf('v', filters.pinResult);
  oneOf('g', filters.programme);
  oneOf('o', filters.outcome);
  const mayKnowAll = can(reader, 'decline-reasons.restricted');
  const reasonLetter = mayKnowAll ? 'd' : 't';
  oneOf(reasonLetter, mayKnowAll ? filters.declineReason : onlyTold(filters.declineReason));
  oneOf(reasonLetter, filters.family && codesOf(reader, filters.family));
  if (filters.currency) {
    const { currency, billingCurrency } = cardTransactions;
    const isIn = or(inArray(currency, filters.currency), inArray(billingCurrency, filters.currency));
    if (isIn) byColumns.push(isIn);
    byTerms.push(holdsTerms(anyOf(filters.currency.map((value) => exactly('u', value)))));
  }
  both(filters.hour && isInHours(filters.hour, filters.timeZone ?? 'UTC'));
  const merchant = everyWord('m', filters.merchant ?? '');
  if (merchant !== undefined) both(holdsTerms(merchant));

  const valued = isValued(filters, valueDown, valueUp);
  if (valued) byTerms.push(valued);
  const ranges = [valued, isValued(filters, valueUp, valueDown)].flatMap((one) => one ?? []);
  byColumns.push(...ranges);
  if (filters.changedSinceExport) both(isChangedSince(reader, filters.changedSinceExport));
  both(filters.cardToken && inArray(cardTransactions.cardToken, filters.cardToken));
  both(isInScope(scope));
  for (const word of (filters.query ?? '').replaceAll('\0', '').split(/\s+/).filter(Boolean).slice(0, 8))
    both(await matchesWord(db, scope, word));

  const isOpen = byTerms.length === 0;
  const since = await readToldSince(db, reader, 'card-transactions');
  const madeWithin = and(
    since && gte(cardTransactions.createdAt, since),
    filters.from === undefined ? undefined : gte(cardTransactions.createdAt, new Date(filters.from)),
    filters.to === undefined ? undefined : lt(cardTransactions.createdAt, new Date(filters.to)),
  );
  both(madeWithin);
  return {
    byColumns: and(...byColumns),
    byTerms: and(...byTerms),
    ranges: and(madeWithin, ...ranges),
    isOpen,
    isOfCards: scope !== 'all' || filters.cardToken !== undefined,
    inBand: (band) =>
      filters.currency
        ? anyOf(filters.currency.map((currency) => exactly('z', `${band}:${currency}`)))
        : exactly('z', band),
  };
}

function requireRange({ from, to }: TransactionFilters): void {
  if (from === undefined || to === undefined || new Date(from) <= new Date(to)) return;
  throw new AppError('validation_failed', {
    fields: [{ path: 'query.to', message: 'The end of the range lies before its beginning.' }],
  });
}

/** What the reader may not know is no code to them: it is asked for as little as an invented one. */
function onlyTold(asked: string[] | undefined): string[] | undefined {
  if (asked === undefined) return undefined;
  return asked.filter((code) => code === notDisclosed || asEverybodyReads(code) === code);
}

const codesOf = (reader: Reader, families: readonly string[]): string[] =>
  tellAllReasons(reader)
    .filter(({ family }) => family !== null && families.includes(family))
    .map(({ code }) => code);

function isValued({ amountFrom, amountTo }: TransactionFilters, from: SQL, to: SQL): SQL | undefined {
  return and(
    amountFrom === undefined ? undefined : sql`${from} >= ${amountFrom}::numeric`,
    amountTo === undefined ? undefined : sql`${to} <= ${amountTo}::numeric`,
  );
}

function isInScope(scope: CardScope): SQL | undefined {
  if (scope === 'all') return undefined;
  if (scope.branchIds.length === 0) return sql`false`;
  const collectedThere = new QueryBuilder()
    .select({ token: cardCollections.cardToken })
    .from(cardCollections)
    .innerJoin(cards, eq(cards.token, cardCollections.cardToken))
    .where(inArray(cardCollections.branchId, scope.branchIds));
  return inArray(cardTransactions.cardToken, collectedThere);
}
