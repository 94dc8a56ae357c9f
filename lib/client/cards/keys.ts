import type { CardListQuery, CardPath } from '../../contracts/cards.ts';

/** Filters and order of the list; the cursor belongs to its pages. */
export type CardFilters = Omit<CardListQuery, 'cursor' | 'limit'>;

export const cardKeys = {
  all: ['cards'] as const,
  lists: ['cards', 'list'] as const,
  list: (filters: CardFilters) => ['cards', 'list', filters] as const,
  card: ({ profileId, cardToken }: CardPath) => ['cards', 'card', profileId, cardToken] as const,
  details: (path: CardPath) => [...cardKeys.card(path), 'details'] as const,
  history: (path: CardPath) => [...cardKeys.card(path), 'history'] as const,
  spendingPermissions: (path: CardPath) => [...cardKeys.card(path), 'spending-permissions'] as const,
};
