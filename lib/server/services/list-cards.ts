import 'server-only';
import type { CardList, CardSort } from '../../contracts/cards.ts';
import type { CardScope, Operator } from '../auth/operator.ts';
import type { Runtime } from '../runtime.ts';
import { toIndexedCard } from './card-index.ts';
import { hasHold, readHoldMarks } from './card-holds/read-holds.ts';
import { type CardFilters, countByStatus, findCards } from './card-search.ts';

/** `hold`: which holds, as the reader knows them. */
export type ListQuery = Omit<CardFilters, 'condition'> & { hold?: string[] | undefined };

export async function listIndexedCards(
  parts: Runtime,
  operator: Operator,
  scope: CardScope,
  { hold, ...query }: ListQuery & { sort: CardSort; cursor?: string | undefined; limit: number },
): Promise<CardList> {
  const { db } = parts.store;
  const filters = { ...query, condition: hasHold(operator, hold) };
  const [page, counts, choices] = await Promise.all([
    findCards(db, scope, filters, query),
    countByStatus(db, scope, filters),
    parts.cardChoices.read(db, scope),
  ]);
  const tokens = page.found.map(({ card }) => card.token);
  const holds = await readHoldMarks(db, operator, tokens);
  return {
    items: page.found.map(({ card, profile, ownBranch }) => ({
      ...toIndexedCard(card, profile, holds.get(card.token) ?? null),
      ...(ownBranch && { ownBranch }),
    })),
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
