import { useCardHistory } from '@/lib/client/cards/queries';
import type { CardEvent, CardPath } from '@/lib/contracts/cards';

const none: CardEvent[] = [];

/** What is known of the card's past so far, newest first. */
export function useCardEvents(path: CardPath): CardEvent[] {
  return useCardHistory(path).data?.pages.flatMap(({ items }) => items) ?? none;
}
