import 'server-only';
import type { CardList, CardSort } from '../../contracts/cards.ts';
import type { CardScope } from '../auth/operator.ts';
import type { Runtime } from '../runtime.ts';
import { toIndexedCard } from './card-index.ts';
import { type CardFilters, countByStatus, findCards } from './card-search.ts';

export async function listIndexedCards(
  parts: Runtime,
  scope: CardScope,
  query: CardFilters & { sort: CardSort; cursor?: string | undefined; limit: number },
): Promise<CardList> {
  const { db } = parts.store;
  const [page, counts, choices] = await Promise.all([
    findCards(db, scope, query, query),
    countByStatus(db, scope, query),
    parts.cardChoices.read(db, scope),
  ]);
  return {
    items: page.found.map(({ card, profile }) => toIndexedCard(card, profile)),
    nextCursor: page.nextCursor,
    total: totalOf(counts, query.status),
    counts,
    ...choices,
    asOf: new Date().toISOString(),
  };
}

export function totalOf(counts: Record<string, number>, statuses: string[] | undefined): number {
  const counted = statuses && statuses.length > 0 ? [...new Set(statuses)] : Object.keys(counts);
  return counted.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
}
