import type { ConsolePermission } from './console-permissions.ts';

/** The lists whose filters can be kept under a name, with the right that reading the list itself takes. */
export const savedViewLists = {
  cards: 'cards.read',
  'card-transactions': 'transactions.read',
  transactions: 'transactions.read',
  'card-orders': 'card-orders.read',
  activities: 'activities.read',
  audit: 'audit.read',
  'batch-groups': 'batch-groups.read',
  cases: 'cases.read',
} as const satisfies Record<string, ConsolePermission>;
export type SavedViewListName = keyof typeof savedViewLists;

export const mostSavedViews = 50;
export const longestViewName = 60;
export const longestViewQuery = 2000;
