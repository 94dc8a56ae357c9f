import type { CardPath } from '../../contracts/cards.ts';
import { cardKeys } from '../cards/keys.ts';
import type { ArchiveFilters } from './archive-state.ts';
import type { TransactionFilters } from './queries.ts';

/** What makes the card old makes its transactions old. */
export const transactionKeys = {
  all: ['transactions'] as const,
  ofCard: (path: CardPath) => [...cardKeys.card(path), 'transactions'] as const,
  list: (path: CardPath, filters: TransactionFilters) =>
    [...transactionKeys.ofCard(path), 'list', filters] as const,
  few: (path: CardPath) => [...transactionKeys.ofCard(path), 'few'] as const,
  latestDecline: (path: CardPath) => [...transactionKeys.ofCard(path), 'latest-decline'] as const,
  /** Across all cards. */
  archive: ['transactions', 'found'] as const,
  found: (filters: ArchiveFilters) => ['transactions', 'found', filters] as const,
  numbers: ['transactions', 'numbers'] as const,
  exports: ['transactions', 'exports'] as const,
  ofProfile: (profileId: string) => ['transactions', profileId] as const,
  one: (profileId: string, transactionId: string) =>
    [...transactionKeys.ofProfile(profileId), transactionId] as const,
};
