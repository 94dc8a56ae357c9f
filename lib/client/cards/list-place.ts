import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CardList } from '../../contracts/cards.ts';
import { cardKeys } from './keys.ts';
import { usualSort } from './list-state.ts';

export interface ListPlace {
  /** The list with the filters it had. */
  href: `/cards?${string}`;
  /** From 1. */
  position: number;
  total: number | undefined;
}

/**
 * Where a card lies in the list the person came from. The list is still held by the client, so neither its search words nor
 * anything else of it stands in the card's address.
 * @returns undefined when the page was opened by its address alone
 */
export function findListPlace(client: QueryClient, cardToken: string): ListPlace | undefined {
  const lists = client
    .getQueryCache()
    .findAll({ queryKey: cardKeys.lists })
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt);
  for (const { queryKey } of lists) {
    const data = client.getQueryData<InfiniteData<CardList>>(queryKey);
    const index =
      data?.pages.flatMap(({ items }) => items).findIndex(({ token }) => token === cardToken) ?? -1;
    if (index >= 0) {
      return { href: hrefOfList(queryKey[2]), position: index + 1, total: data?.pages[0]?.total };
    }
  }
  return undefined;
}

/** As it was when the page was opened: later changes of the list do not move the way back. */
export function useListPlace(cardToken: string): ListPlace | undefined {
  const client = useQueryClient();
  const [place] = useState(() => findListPlace(client, cardToken));
  return place;
}

function hrefOfList(filters: unknown): ListPlace['href'] {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(
    typeof filters === 'object' && filters !== null ? filters : {},
  )) {
    if (name === 'sort' && value === usualSort) continue;
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'string' && one !== '') search.append(name, one);
    }
  }
  const text = search.toString();
  return `/cards?${text || 'view=all'}`;
}
