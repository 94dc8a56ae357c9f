'use client';
import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { type CardListState, hrefForList, parseListState } from '@/lib/client/cards/list-state';
import { useCardList } from '@/lib/client/cards/queries';
import { pushUrl, replaceUrl } from '@/lib/client/url/write-url';

/** The address is the list's only state. A choice goes into the history, a keystroke replaces. */
export function useListState() {
  const search = useSearchParams();
  const state = useMemo(() => parseListState(new URLSearchParams(search)), [search]);
  return {
    state,
    choose: (next: CardListState) => pushUrl(hrefForList(next)),
    type: (next: CardListState) => replaceUrl(hrefForList(next)),
  };
}

export function useCardRows(state: CardListState) {
  const list = useCardList(state.filters);
  const cards = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  /** Counts and choices of the newest page read. */
  const head = list.data?.pages[0];
  return { list, cards, head };
}
