'use client';
import { ViewsBar } from '@/components/ui/views-bar';
import type { CardListState } from '@/lib/client/cards/list-state';
import { statusViews } from './views';

export function Views({
  state,
  counts,
}: {
  state: CardListState;
  counts: Record<string, number> | undefined;
}) {
  return <ViewsBar label="Cards by status" views={statusViews(state, counts)} />;
}
