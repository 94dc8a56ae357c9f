import type { SavedViewListName } from '../../catalogues/saved-views.ts';

export const viewKeys = {
  all: ['views'] as const,
  list: (list: SavedViewListName) => ['views', list] as const,
};
