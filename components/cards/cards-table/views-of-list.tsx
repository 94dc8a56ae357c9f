'use client';
import { SavedViewsBar } from '@/components/views/saved-views-bar';
import { addressOfList, type CardListState } from '@/lib/client/cards/list-state';
import { allCardsView, statusViews } from './views';

export function Views({
  state,
  counts,
}: {
  state: CardListState;
  counts: Record<string, number> | undefined;
}) {
  return (
    <SavedViewsBar
      list="cards"
      label="Views of cards"
      address={addressOfList(state)}
      all={allCardsView(state, counts)}
      more={(current) => statusViews(state, counts, current?.query)}
    />
  );
}
