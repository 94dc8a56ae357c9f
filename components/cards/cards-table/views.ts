import type { View } from '@/components/ui/views-bar';
import { cardStatusValues, lookOfCardStatus } from '@/lib/catalogues/statuses';
import { type CardListState, hrefForList, valuesOf, withValues } from '@/lib/client/cards/list-state';
import { formatCount } from '@/lib/format/counts';

/** All, then every status; one that nobody knows yet has a view as soon as a card has it. */
export function statusViews(state: CardListState, counts: Record<string, number> | undefined): View[] {
  const chosen = valuesOf(state.filters, 'status');
  const known: string[] = cardStatusValues;
  const present = Object.keys(counts ?? {}).filter((status) => !known.includes(status));
  const shown = [...known, ...present];
  const all = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
  const view = (key: string, label: string, statuses: string[], count: number | undefined): View => ({
    key,
    label,
    href: hrefForList(withValues(state, 'status', statuses)),
    count: count === undefined ? undefined : formatCount(count),
    isCurrent: chosen.join() === statuses.join(),
  });
  return [
    view('all', 'All cards', [], all),
    ...shown.map((status) =>
      view(status, lookOfCardStatus(status).word, [status], counts && (counts[status] ?? 0)),
    ),
  ];
}
