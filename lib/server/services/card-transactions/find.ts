import 'server-only';
import type { CardTransactionList, ListedTransaction } from '../../../contracts/card-transactions.ts';
import type { Reader } from '../../auth/operator.ts';
import type { Runtime } from '../../runtime.ts';
import type { Transaction } from '../../wise/resources/to-wise-transaction.ts';
import type { LocatedCard } from '../locate-card.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { readChangedSince } from './exports/changed-since.ts';
import { matcherFor, type TransactionFilters } from './filters.ts';
import { type Range, visibleRange } from './range.ts';
import { findSecondTry, secondTryMs, toRelated } from './related.ts';
import { tellTransaction } from './tell.ts';

const pageSize = { most: 100, least: 10 };
/** Wise cannot search. Beyond this many rows a page ends where it is, with a cursor to go on. */
const mostReadPerPage = 1000;

interface FindOptions extends TransactionFilters {
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/**
 * Transactions of a card, newest first, read from Wise and told as `reader` may know them.
 * @throws AppError validation_failed for a range upside down or another list's cursor
 */
export async function findTransactions(
  parts: Runtime,
  card: LocatedCard,
  reader: Reader,
  options: FindOptions,
): Promise<CardTransactionList> {
  const now = new Date();
  const range = visibleRange(options.from, options.to, now);
  const place = readCursor(card.token, options.cursor);
  const matches = matcherFor(reader, options);
  const isFiltered = matches !== undefined;
  const items: Omit<ListedTransaction, 'changedSince'>[] = [];
  const seen: Transaction[] = [];
  let last: Transaction | undefined;
  let isMore = false;

  const size = isFiltered ? pageSize.most : clamp(options.limit + 1);
  for await (const transaction of readTransactions(
    parts,
    card,
    lookAhead(range, place?.creationTime),
    size,
  )) {
    seen.push(transaction);
    if (place && BigInt(transaction.id) >= BigInt(place.lastId)) continue;
    if (items.length === options.limit || (isFiltered && seen.length > mostReadPerPage)) {
      isMore = true;
      break;
    }
    last = transaction;
    if (matches && !matches(transaction)) continue;
    const secondTry = findSecondTry(transaction, seen);
    items.push({
      ...tellTransaction(reader, transaction),
      declineTitle: transaction.reason?.explainTo(reader).title ?? null,
      wentThrough: secondTry ? toRelated(secondTry) : null,
    });
  }
  const { profileId } = card;
  const changedSince = await readChangedSince(
    parts.store.db,
    reader,
    items.map(({ id }) => ({ profileId, id })),
  );
  return {
    items: items.map((one) => ({ ...one, changedSince: changedSince({ profileId, id: one.id }) })),
    nextCursor:
      isMore && last ? writeCursor(card.token, { lastId: last.id, creationTime: last.creationTime }) : null,
    range: { from: range.from.toISOString(), to: range.to.toISOString(), isCut: range.isCut },
    asOf: now.toISOString(),
  };
}

/** From a later page on, the hour before it is read again: a second try lies there. */
function lookAhead(range: Range, creationTime: string | undefined): Range {
  if (creationTime === undefined) return range;
  const hourLater = new Date(new Date(creationTime).getTime() + secondTryMs);
  return hourLater < range.to ? { ...range, to: hourLater } : range;
}

/** Page after page, while somebody reads on. @param size rows asked for at once */
export async function* readTransactions(
  parts: Runtime,
  card: LocatedCard,
  { from, to }: Pick<Range, 'from' | 'to'>,
  size = pageSize.most,
): AsyncGenerator<Transaction> {
  let lastId: string | undefined;
  for (;;) {
    const page = await parts.wise.cardTransactions.listCardTransactions(
      { userId: card.userId, priority: 'interactive' },
      card.profileId,
      card.token,
      { from, to, pageSize: size, lastId },
    );
    yield* page;
    if (page.length < size) return;
    lastId = page.at(-1)?.id;
  }
}

const clamp = (size: number) => Math.min(pageSize.most, Math.max(pageSize.least, size));
