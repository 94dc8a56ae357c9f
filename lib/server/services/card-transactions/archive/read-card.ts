import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { cardTransactionSightDays } from '../../../../contracts/wise/card-transactions.ts';
import { cardTransactionReads as reads } from '../../../db/schema/transactions.ts';
import type { Runtime } from '../../../runtime.ts';
import { momentOf } from '../../webhooks/moment.ts';
import { followCards } from './follow-cards.ts';
import { keepTransactions } from './keep-transactions.ts';
import type { ToldTransaction } from './told-transaction.ts';

export type CardRead = typeof reads.$inferSelect & { userId: string };
interface Parts extends Pick<Runtime, 'store'> {
  env: Pick<Runtime['env'], 'reportingCurrency'>;
  wise: Pick<Runtime['wise'], 'cardTransactions'>;
}

const pageSize = 100;
const dayMs = 86_400_000;
/** Our clock and Wise's need not agree, and a question takes time to arrive. */
const marginMs = 60_000;
/** A delivery may come some minutes after what it tells of. */
const usualDelayMs = 3 * 60_000;

export interface CardReading {
  /** Transactions that Wise showed. */
  read: number;
  /** Those of them that had changed since the last reading without a delivery. */
  missed: number;
}

/**
 * Reads all of a card's transactions that Wise still shows into the archive, the newest first: what was made long ago may have
 * changed lately. The place is kept after every page, so that a reading that was cut off goes on.
 * @throws WiseError
 */
export async function readCard({ env, store, wise }: Parts, card: CardRead): Promise<CardReading> {
  const { cardToken, profileId, userId } = card;
  const now = Date.now();
  const oldest = new Date(now - cardTransactionSightDays * dayMs + marginMs);
  const begun =
    card.readingFrom && card.readingTo && card.readingFrom >= oldest
      ? { from: card.readingFrom, to: card.readingTo, lastId: card.lastId ?? undefined }
      : undefined;
  const { from, to } = begun ?? { from: oldest, to: new Date(now) };
  let lastId = begun?.lastId;
  const found: CardReading = { read: 0, missed: 0 };
  for (;;) {
    const toldAt = new Date();
    const page = await wise.cardTransactions.listCardTransactions(
      { userId, priority: 'background' },
      profileId,
      cardToken,
      { from, to, pageSize, lastId },
    );
    found.read += page.length;
    found.missed += await keepPage({ env, store }, card, page, toldAt);
    lastId = page.at(-1)?.id;
    if (page.length < pageSize) break;
    await store.db
      .update(reads)
      .set({ readingFrom: from, readingTo: to, lastId: lastId ?? null })
      .where(eq(reads.cardToken, cardToken));
  }
  // A delivery may have been kept while the card itself changed.
  await followCards(store.db, [cardToken]);
  await store.db
    .update(reads)
    .set({
      readFrom: sql`least(${reads.readFrom}, ${from.toISOString()}::timestamptz)`,
      readTo: to,
      readingFrom: null,
      readingTo: null,
      lastId: null,
      failures: 0,
      failure: null,
    })
    .where(eq(reads.cardToken, cardToken));
  return found;
}

/** What a reading finds changed since an earlier one should have been delivered. */
async function keepPage(
  { env, store }: Omit<Parts, 'wise'>,
  card: CardRead,
  page: readonly ToldTransaction['transaction'][],
  toldAt: Date,
): Promise<number> {
  const { profileId, readTo } = card;
  const { changed } = await keepTransactions(
    store,
    page.map((transaction) => ({
      profileId,
      transaction,
      step: '',
      source: 'reading' as const,
      toldAt,
      receivedAt: toldAt,
    })),
    env.reportingCurrency,
  );
  if (!readTo) return 0;
  const isChanged = new Set(changed.map(({ transactionId }) => transactionId));
  return page.filter(({ id, modificationTime }) => {
    const modifiedAt = momentOf(modificationTime);
    return (
      isChanged.has(id) &&
      modifiedAt !== null &&
      modifiedAt > readTo &&
      modifiedAt.getTime() < toldAt.getTime() - usualDelayMs
    );
  }).length;
}
