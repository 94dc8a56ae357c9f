import type { View } from '@/components/ui/views-bar';
import { cardStatusValues, lookOfCardStatus } from '@/lib/catalogues/statuses';
import { type CardListState, hrefForList, valuesOf, withValues } from '@/lib/client/cards/list-state';
import { formatCount } from '@/lib/format/counts';

type Counts = Record<string, number> | undefined;

/** Every status under the other filters. */
export const allCardsView = (state: CardListState, counts: Counts) => ({
  label: 'All cards',
  href: hrefForList(withValues(state, 'status', [])),
  count: counts && formatCount(Object.values(counts).reduce((sum, count) => sum + count, 0)),
});

/**
 * Every status; one that nobody knows yet has a view as soon as a card has it.
 * @param saved the query of the saved view that is open: its own status is its own, not one of these
 */
export function statusViews(state: CardListState, counts: Counts, saved: string | undefined): View[] {
  const chosen = valuesOf(state.filters, 'status').join();
  const isOfSaved = saved !== undefined && new URLSearchParams(saved).getAll('status').join() === chosen;
  const known: string[] = cardStatusValues;
  const present = Object.keys(counts ?? {}).filter((status) => !known.includes(status));
  return [...known, ...present].map((status) => ({
    key: status,
    label: lookOfCardStatus(status).word,
    href: hrefForList(withValues(state, 'status', [status])),
    count: counts && formatCount(counts[status] ?? 0),
    isCurrent: chosen === status && !isOfSaved,
  }));
}
