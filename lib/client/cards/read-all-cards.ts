import { type IndexedCard, listCards } from '../../contracts/cards.ts';
import { callEndpoint } from '../call-endpoint.ts';
import type { CardFilters } from './keys.ts';

/** Every card that the filters find, up to `most`. */
export async function readAllCards(filters: CardFilters, most: number): Promise<IndexedCard[]> {
  const cards: IndexedCard[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await callEndpoint(listCards, {
      query: { ...filters, limit: 200, ...(cursor === undefined ? {} : { cursor }) },
    });
    cards.push(...page.items);
    if (page.nextCursor === null || cards.length >= most) return cards.slice(0, most);
    cursor = page.nextCursor;
  }
}
